package org.hospitalviewer.backup.images;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hospitalviewer.appliance.job.JobProgress;
import org.hospitalviewer.archive.HeldFile;
import org.hospitalviewer.archive.Holdings;
import org.hospitalviewer.backup.images.KnownPack.State;
import org.hospitalviewer.backup.target.ImagePack;
import org.hospitalviewer.dicom.io.Part10;

/** Sends what a target has not. Which images these are is told by the index; only their files are read. */
final class PackSending {

    /** Usual size of a pack: small enough to be sent again, large enough to be few. */
    static final long PACK_BYTES = 128L << 20;
    private static final int PACK_IMAGES = 10_000;
    /** What a ZIP made as a stream holds in good order, and FAT32 takes as a file. */
    private static final long LARGEST_IMAGE_BYTES = 4_000_000_000L;
    /** The database must not wait for days because the first 200 GB go on their way: the rest goes with the next backup. */
    private static final Duration LONGEST = Duration.ofHours(3);
    private static final long MOST_SPARE_BYTES = 2L << 30;
    /** Beyond the images of a pack: encryption, names, headers. */
    private static final long BYTES_PER_IMAGE = 2_000;
    private static final int PAGE = 1_000;

    private final Holdings holdings;
    private final PackShelf shelf;
    private final long fullBytes;
    private final long spareBytes;
    private final JobProgress progress;
    private final Instant end;
    private final List<HeldFile> pack = new ArrayList<>();
    private long packBytes;

    /**
     * @param fullBytes  a pack is closed when it has that much
     * @param spareBytes room that must stay for the backup itself
     */
    PackSending(Holdings holdings, PackShelf shelf, long fullBytes, long spareBytes) {
        this.holdings = holdings;
        this.shelf = shelf;
        this.fullBytes = fullBytes;
        this.spareBytes = Math.min(spareBytes, MOST_SPARE_BYTES);
        this.progress = shelf.progress();
        this.end = shelf.clock().instant().plus(LONGEST);
    }

    void run() throws IOException {
        progress.note("Looking for images that are not in " + shelf.place() + " yet");
        List<HeldFile> page = holdings.after(Holdings.BEGINNING, PAGE);
        while (!page.isEmpty() && !isLate()) {
            progress.checkpoint();
            collect(page);
            page = holdings.after(page.getLast().sopInstanceUid(), PAGE);
        }
        close();
    }

    private boolean isLate() {
        return shelf.clock().instant().isAfter(end);
    }

    private void collect(List<HeldFile> page) throws IOException {
        List<String> hashes = page.stream().map(HeldFile::sha256).toList();
        Set<String> there = new HashSet<>(shelf.table().packsOf(shelf.place(), hashes).keySet());
        pack.forEach(image -> there.add(image.sha256()));
        for (HeldFile image : page) {
            if (isLate()) {
                return;
            }
            if (!there.contains(image.sha256()) && isWhole(image)) {
                there.add(image.sha256());
                pack.add(image);
                packBytes += image.bytes();
            }
            if (packBytes >= fullBytes || pack.size() >= PACK_IMAGES) {
                close();
            }
        }
    }

    /** Whether a file is what the index says of it. One that somebody deleted meanwhile is none of our business. */
    private boolean isWhole(HeldFile image) {
        progress.checkpoint();
        if (image.bytes() > LARGEST_IMAGE_BYTES) {
            progress.finding(image.relativePath(), "It is larger than 4 GB and cannot be backed up");
            return false;
        }
        try (InputStream file = Files.newInputStream(image.file())) {
            new CheckedDataSet(Part10.open(file).dataSet(), image.sha256(), image.bytes())
                    .transferTo(OutputStream.nullOutputStream());
            return true;
        } catch (IOException e) {
            if (holdings.holds(image)) {
                progress.finding(image.relativePath(), (e instanceof NoSuchFileException ? "The file is missing"
                        : "The file cannot be read as it was received (" + e.getMessage() + ")") + ": it is not in the backup");
            }
            return false;
        }
    }

    private void close() throws IOException {
        if (pack.isEmpty()) {
            return;
        }
        String name = ImagePack.name(UUID.randomUUID().toString().replace("-", ""));
        progress.note("Sending " + pack.size() + " images to " + shelf.place());
        long bytes = shelf.target().put(name, packBytes + pack.size() * BYTES_PER_IMAGE + spareBytes, out -> {
            PackWriter zip = new PackWriter(out, shelf.key());
            for (HeldFile image : List.copyOf(pack)) {
                progress.checkpoint();
                add(image, zip);
            }
            zip.finish();
        });
        shelf.table().add(shelf.place(), new ImagePack(name, bytes), State.OURS, readBack(name), shelf.clock().instant());
        pack.clear();
        packBytes = 0;
    }

    /** One that was deleted or corrected a moment ago is looked at again with the next backup. */
    private void add(HeldFile image, PackWriter zip) throws IOException {
        try {
            zip.add(image);
            progress.advance(image.relativePath(), image.bytes());
        } catch (NoSuchFileException e) {
            pack.remove(image);
        }
    }

    /** What was not kept as it was sent must not be taken for a pack. */
    private List<String> readBack(String name) throws IOException {
        try {
            List<String> hashes = shelf.read(name);
            if (Set.copyOf(hashes).equals(pack.stream().map(HeldFile::sha256).collect(Collectors.toSet()))) {
                return hashes;
            }
            throw new DamagedPackException("The file " + name + " is not as it was sent.");
        } catch (DamagedPackException e) {
            shelf.target().delete(name);
            throw e;
        }
    }
}
