package org.hospitalviewer.backup.images;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.hospitalviewer.appliance.job.JobProgress;
import org.hospitalviewer.backup.target.BackupTarget;
import org.hospitalviewer.backup.target.Fetched;
import org.hospitalviewer.backup.target.ImagePack;

/** Where the packs of a backup may lie. A place that is away is waited for: a stick may be in somebody's pocket. */
final class PackPlaces {

    private static final Duration LOOK = Duration.ofMillis(250);

    private final List<BackupTarget> targets;
    private final Path scratch;
    private final Duration pause;
    private final JobProgress progress;

    /** @param pause between two looks for a place that is away */
    PackPlaces(List<BackupTarget> targets, Path scratch, Duration pause, JobProgress progress) {
        this.targets = targets;
        this.scratch = scratch;
        this.pause = pause;
        this.progress = progress;
    }

    /** Waits until a place that has packs answers; empty when none of them has this one. To be closed after use. */
    Optional<Fetched> fetch(String pack) {
        while (true) {
            Look look = look(pack);
            if (look.found().isPresent() || look.answered() || look.away() == null) {
                return look.found();
            }
            await(look.away().getMessage() + " The images come back when it can be reached.");
        }
    }

    /**
     * What one look at all places came to.
     *
     * @param answered whether a place that has packs was reached
     * @param away     why a place could not be reached; null when all were
     */
    private record Look(Optional<Fetched> found, boolean answered, IOException away) {
    }

    private Look look(String pack) {
        IOException away = null;
        boolean answered = false;
        for (BackupTarget target : targets) {
            try {
                List<ImagePack> there = target.packs();
                if (there.stream().anyMatch(one -> one.name().equals(pack))) {
                    return new Look(Optional.of(target.get(pack, scratch)), true, null);
                }
                answered |= !there.isEmpty();
            } catch (IOException e) {
                away = e;
            }
        }
        return new Look(Optional.empty(), answered, away);
    }

    /** Waits a while, with the reason in view. */
    void await(String reason) {
        progress.note(reason);
        long end = System.nanoTime() + pause.toNanos();
        while (System.nanoTime() < end) {
            progress.checkpoint();
            LockSupport.parkNanos(LOOK.toNanos());
        }
    }
}
