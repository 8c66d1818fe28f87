package org.hospitalviewer.backup.images;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hospitalviewer.appliance.job.JobProgress;
import org.hospitalviewer.archive.AnnouncedInstance;
import org.hospitalviewer.archive.Archive;
import org.hospitalviewer.archive.Holdings;
import org.hospitalviewer.archive.Origin;
import org.hospitalviewer.archive.RefusedException;
import org.hospitalviewer.archive.StoreOutcome;
import org.hospitalviewer.backup.file.RecoveryKey;
import org.hospitalviewer.backup.target.Fetched;
import org.hospitalviewer.dicom.io.FileMeta;
import org.hospitalviewer.dicom.io.Part10;

/**
 * Brings images of a backup back into the archive, by the same way as those of scanners. What is there stays as it is, so
 * that it may be cut off and begun again at any moment.
 */
final class ImageRestore {

    private static final Origin ORIGIN = new Origin(Origin.Door.IMPORT, "backup", "");
    /** The list is read once for so many images; that bounds the memory. */
    private static final int IMAGES_AT_ONCE = 50_000;
    private static final int PAGE = 1_000;

    private final Archive archive;
    private final Holdings holdings;
    private final PackPlaces places;
    private final RecoveryKey key;
    private final JobProgress progress;
    private long back;
    private long present;
    private long failed;

    ImageRestore(Archive archive, Holdings holdings, PackPlaces places, RecoveryKey key, JobProgress progress) {
        this.archive = archive;
        this.holdings = holdings;
        this.places = places;
        this.key = key;
        this.progress = progress;
    }

    /** @return what came of it, in a sentence */
    String run(Path list) throws IOException {
        Map<String, Long> packs = new LinkedHashMap<>();
        ImageIndex.read(list, image -> packs.merge(image.pack(), 1L, Long::sum));
        progress.total(packs.values().stream().mapToLong(Long::longValue).sum());
        for (Set<String> group : groups(packs)) {
            restore(list, group);
        }
        return "%,d images were brought back, %,d were there already%s.".formatted(back, present,
                failed == 0 ? "" : ", %,d could not be brought back".formatted(failed));
    }

    private static List<Set<String>> groups(Map<String, Long> packs) {
        List<Set<String>> groups = new ArrayList<>();
        long images = IMAGES_AT_ONCE;
        for (Map.Entry<String, Long> pack : packs.entrySet()) {
            if (images + pack.getValue() > IMAGES_AT_ONCE) {
                groups.add(new LinkedHashSet<>());
                images = 0;
            }
            groups.getLast().add(pack.getKey());
            images += pack.getValue();
        }
        return groups;
    }

    private void restore(Path list, Set<String> group) throws IOException {
        Map<String, List<IndexedImage>> images = new LinkedHashMap<>();
        ImageIndex.read(list, image -> {
            if (group.contains(image.pack())) {
                images.computeIfAbsent(image.pack(), _ -> new ArrayList<>()).add(image);
            }
        });
        for (Map.Entry<String, List<IndexedImage>> pack : images.entrySet()) {
            restore(pack.getKey(), missing(pack.getValue()));
        }
    }

    private List<IndexedImage> missing(List<IndexedImage> images) {
        Set<String> held = new HashSet<>();
        for (int from = 0; from < images.size(); from += PAGE) {
            progress.checkpoint();
            held.addAll(holdings.held(images.subList(from, Math.min(from + PAGE, images.size())).stream()
                    .map(IndexedImage::sopInstanceUid).collect(Collectors.toSet())));
        }
        for (IndexedImage image : images) {
            if (held.contains(image.sopInstanceUid())) {
                present++;
                progress.advance(image.path(), 0);
            }
        }
        return images.stream().filter(image -> !held.contains(image.sopInstanceUid())).toList();
    }

    private void restore(String name, List<IndexedImage> images) throws IOException {
        if (images.isEmpty()) {
            return;
        }
        Optional<Fetched> fetched = places.fetch(name);
        if (fetched.isEmpty()) {
            giveUp(name, images, "The file is not beside the backup");
            return;
        }
        progress.note("Bringing images back from " + name);
        try (Fetched file = fetched.get(); PackFile pack = PackFile.open(file.file(), key)) {
            for (IndexedImage image : images) {
                progress.checkpoint();
                restore(pack, image);
            }
        } catch (PackFile.OtherKeyException | DamagedPackException e) {
            giveUp(name, images, e.getMessage());
        }
    }

    private void giveUp(String name, List<IndexedImage> images, String why) {
        progress.finding(name, why + ": " + images.size() + " images could not be brought back");
        failed += images.size();
        images.forEach(image -> progress.advance(image.path(), 0));
    }

    private void restore(PackFile pack, IndexedImage image) {
        while (true) {
            try {
                boolean stored = store(pack, image);
                back += stored ? 1 : 0;
                present += stored ? 0 : 1;
                progress.advance(image.path(), image.bytes());
                return;
            } catch (RefusedException e) {
                if (e.reason() != RefusedException.Reason.OUT_OF_RESOURCES) {
                    fail(image, e.getMessage());
                    return;
                }
                places.await(e.getMessage() + " The images come back when there is room.");
            } catch (IOException e) {
                fail(image, e.getMessage());
                return;
            }
        }
    }

    private void fail(IndexedImage image, String why) {
        progress.finding(image.path(), why + " (in " + image.pack() + ")");
        failed++;
        progress.advance(image.path(), 0);
    }

    /** The archive keeps nothing of a data set whose end is not reached. */
    private boolean store(PackFile pack, IndexedImage image) throws IOException {
        try (InputStream file = pack.open(image.sha256())) {
            Part10.Opened opened = Part10.open(file);
            FileMeta meta = opened.meta();
            AnnouncedInstance announced = new AnnouncedInstance(meta.mediaStorageSopClassUid().orElse(""),
                    image.sopInstanceUid(), meta.transferSyntaxUid(), image.studyInstanceUid());
            StoreOutcome outcome = archive.store(ORIGIN, announced,
                    new CheckedDataSet(opened.dataSet(), image.sha256(), image.bytes()));
            return switch (outcome) {
                case STORED -> true;
                case DUPLICATE -> false;
                case QUARANTINED -> throw new IOException("Another image with its UID has come meanwhile. It is in the quarantine");
            };
        }
    }
}
