package org.hospitalviewer.backup.images;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hospitalviewer.appliance.job.JobProgress;
import org.hospitalviewer.backup.file.RecoveryKey;
import org.hospitalviewer.backup.images.KnownPack.State;
import org.hospitalviewer.backup.target.BackupTarget;
import org.hospitalviewer.backup.target.ImagePack;

/** Compares what is remembered of a target's packs with what is there. */
final class PackCheck {

    /** So much is read again with each backup, that which was read longest ago first. */
    static final long READ_AGAIN_BYTES = 1L << 30;
    /** Not read again sooner, however few packs there are. */
    private static final Duration FRESH = Duration.ofHours(20);
    private static final long BYTES_PER_MEGABYTE = 1_000_000;

    private final BackupTarget target;
    private final PackTable table;
    private final RecoveryKey key;
    private final Path scratch;
    private final Clock clock;
    private final JobProgress progress;

    PackCheck(BackupTarget target, PackTable table, RecoveryKey key, Path scratch, Clock clock, JobProgress progress) {
        this.target = target;
        this.table = table;
        this.key = key;
        this.scratch = scratch;
        this.clock = clock;
        this.progress = progress;
    }

    Clock clock() {
        return clock;
    }

    /**
     * Forgets packs that are gone or of another length, and makes the acquaintance of unknown ones: those of a run that was
     * cut off after a pack was whole, and those that a restored appliance made in its former life.
     */
    void synchronize() throws IOException {
        Map<String, ImagePack> there = target.packs().stream().collect(Collectors.toMap(ImagePack::name, pack -> pack));
        for (KnownPack known : table.of(target.place())) {
            ImagePack pack = there.get(known.name());
            if (pack == null || pack.bytes() != known.bytes()) {
                tell(known, pack == null ? "The file is gone" : "The file has another length");
                table.forget(known);
            } else {
                there.remove(known.name());
            }
        }
        for (ImagePack unknown : there.values()) {
            meet(unknown);
        }
    }

    private void tell(KnownPack known, String what) {
        if (known.isOurs()) {
            progress.finding(known.name(), what + ". What was in it is sent again, if the archive still has it.");
        }
    }

    private void meet(ImagePack pack) throws IOException {
        progress.checkpoint();
        try {
            List<String> hashes = read(pack.name());
            table.add(target.place(), pack, State.OURS, hashes, clock.instant());
            progress.note("Found " + pack.name() + " with " + hashes.size() + " images");
        } catch (PackFile.OtherKeyException | DamagedPackException e) {
            table.add(target.place(), pack, State.FOREIGN, List.of(), clock.instant());
            progress.note("The file " + pack.name() + " in " + target.place() + " is left alone: " + e.getMessage());
        }
    }

    /** Reads some packs again; the images of one that is damaged will be sent again. */
    void readAgain() throws IOException {
        Instant fresh = clock.instant().minus(FRESH);
        long left = READ_AGAIN_BYTES;
        for (KnownPack pack : table.of(target.place())) {
            if (pack.isOurs() && pack.checkedAt().isBefore(fresh) && left > 0) {
                progress.note("Reading " + pack.name() + " again, " + pack.bytes() / BYTES_PER_MEGABYTE + " MB");
                readAgain(pack);
                left -= pack.bytes();
            }
        }
    }

    private void readAgain(KnownPack pack) throws IOException {
        try {
            read(pack.name());
            table.checked(pack, clock.instant());
        } catch (PackFile.OtherKeyException | DamagedPackException e) {
            tell(pack, e.getMessage());
            table.damaged(pack);
        }
    }

    /**
     * Hashes of the images in a pack, all of which were read and compared.
     *
     * @throws DamagedPackException         when one is not as it should be
     * @throws PackFile.OtherKeyException   when it is another appliance's
     */
    List<String> read(String name) throws IOException {
        Path file = target.get(name, scratch);
        try (PackFile pack = PackFile.open(file, key)) {
            pack.verify(bytes -> {
                progress.checkpoint();
                progress.advance(name, bytes);
            });
            return pack.hashes();
        } finally {
            if (file.startsWith(scratch)) {
                Files.deleteIfExists(file);
            }
        }
    }
}
