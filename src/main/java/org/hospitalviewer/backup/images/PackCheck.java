package org.hospitalviewer.backup.images;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hospitalviewer.appliance.job.JobProgress;
import org.hospitalviewer.backup.images.KnownPack.State;
import org.hospitalviewer.backup.target.ImagePack;
import org.hospitalviewer.backup.target.TargetUnavailableException;

/** Compares what is remembered of a target's packs with what is there. */
final class PackCheck {

    /** So much is read again with each backup, that which was read longest ago first. */
    static final long READ_AGAIN_BYTES = 1L << 30;
    /** Not read again sooner, however few packs there are. */
    private static final Duration FRESH = Duration.ofHours(20);
    private static final long BYTES_PER_MEGABYTE = 1_000_000;

    private final PackShelf shelf;
    private final JobProgress progress;

    PackCheck(PackShelf shelf) {
        this.shelf = shelf;
        this.progress = shelf.progress();
    }

    /**
     * Forgets packs that are gone or of another length, and makes the acquaintance of unknown ones: those of a run that was
     * cut off after a pack was whole, and those that a restored appliance made in its former life.
     */
    void synchronize() throws IOException {
        Map<String, ImagePack> there = shelf.target().packs().stream().collect(Collectors.toMap(ImagePack::name, pack -> pack));
        for (KnownPack known : shelf.known()) {
            ImagePack pack = there.get(known.name());
            if (pack == null || pack.bytes() != known.bytes()) {
                tell(known, pack == null ? "The file is gone" : "The file has another length");
                shelf.table().forget(known);
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
            List<String> hashes = shelf.read(pack.name());
            shelf.table().add(shelf.place(), pack, State.OURS, hashes, shelf.clock().instant());
            progress.note("Found " + pack.name() + " with " + hashes.size() + " images");
        } catch (PackFile.OtherKeyException | DamagedPackException e) {
            requireThere(pack);
            shelf.table().add(shelf.place(), pack, State.FOREIGN, List.of(), shelf.clock().instant());
            progress.note("The file " + pack.name() + " in " + shelf.place() + " is left alone: " + e.getMessage());
        }
    }

    /** Reads some packs again; the images of one that is damaged will be sent again. */
    void readAgain() throws IOException {
        Instant fresh = shelf.clock().instant().minus(FRESH);
        long left = READ_AGAIN_BYTES;
        for (KnownPack pack : shelf.known()) {
            if (pack.isOurs() && pack.checkedAt().isBefore(fresh) && left > 0) {
                progress.note("Reading " + pack.name() + " again, " + pack.bytes() / BYTES_PER_MEGABYTE + " MB");
                readAgain(pack);
                left -= pack.bytes();
            }
        }
    }

    private void readAgain(KnownPack pack) throws IOException {
        try {
            shelf.read(pack.name());
            shelf.table().checked(pack, shelf.clock().instant());
        } catch (PackFile.OtherKeyException | DamagedPackException e) {
            requireThere(new ImagePack(pack.name(), pack.bytes()));
            tell(pack, e.getMessage());
            shelf.table().damaged(pack);
        }
    }

    /** A stick that was pulled out is not a damaged pack. */
    private void requireThere(ImagePack pack) throws IOException {
        if (!shelf.target().packs().contains(pack)) {
            throw new TargetUnavailableException("The pack " + pack.name() + " went away while it was read.");
        }
    }
}
