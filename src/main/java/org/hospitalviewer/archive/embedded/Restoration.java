package org.hospitalviewer.archive.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.hospitalviewer.archive.Origin;
import org.hospitalviewer.archive.Trash.Restored;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts the objects of a trash entry back, one after the other, each at once with all its versions. */
final class Restoration {

    private static final Logger LOG = LoggerFactory.getLogger(Restoration.class);

    private static final Origin FROM_TRASH = new Origin(Origin.Door.IMPORT, "trash", "");

    private final FileStore files;
    private final Quarantine quarantine;
    private final ObjectLocks locks;
    private final Indexer indexer;
    private final Reindexing reindexing;

    Restoration(FileStore files, Quarantine quarantine, ObjectLocks locks, Reindexing reindexing) {
        this.files = files;
        this.quarantine = quarantine;
        this.locks = locks;
        this.indexer = reindexing.indexer();
        this.reindexing = reindexing;
    }

    /** Puts back what is still in the trash, and removes the entry. */
    Restored finish(TrashFolder folder) throws IOException {
        Map<Fate, Integer> fates = new TreeMap<>();
        for (List<String> object : objects(folder)) {
            fates.merge(restore(folder, object), 1, Integer::sum);
        }
        indexer.awaitAcknowledged();
        folder.delete();
        return new Restored(fates.getOrDefault(Fate.RESTORED, 0), fates.getOrDefault(Fate.PRESENT, 0),
                fates.getOrDefault(Fate.QUARANTINED, 0));
    }

    private enum Fate { RESTORED, PRESENT, QUARANTINED }

    /** Paths of all objects, for each its versions, the newest one last. */
    private static List<List<String>> objects(TrashFolder folder) throws IOException {
        return List.copyOf(folder.files().stream()
                .sorted(Comparator.comparingInt(file -> FileVersion.of(file).number()))
                .collect(Collectors.groupingBy(file -> FileVersion.of(file).path(), TreeMap::new, Collectors.toList()))
                .values());
    }

    private Fate restore(TrashFolder folder, List<String> object) throws IOException {
        String newest = object.getLast();
        if (!newest.startsWith(EmbeddedTrash.ARCHIVE)) {
            return quarantine.readmit(folder.inside(newest)) ? Fate.QUARANTINED : Fate.PRESENT;
        }
        Optional<IndexedInstance> read = read(folder.now(newest), newest);
        if (read.isEmpty()) {
            putBack(folder, object);
            return Fate.RESTORED;
        }
        IndexedInstance instance = read.get();
        try (ObjectLocks.Hold _ = locks.one(instance.sopUid())) {
            Optional<IndexedInstance> present = indexer.find(instance.sopUid());
            if (present.isPresent() && !isSame(present.get(), instance)
                    && Files.exists(files.resolve(present.get().path()))) {
                return meet(folder, object, present.get(), instance);
            }
            boolean arrivedAgain = present.isPresent() && Files.exists(folder.inside(newest));
            putBack(folder, object);
            reindexing.put(instance);
            return arrivedAgain ? Fate.PRESENT : Fate.RESTORED;
        }
    }

    private static boolean isSame(IndexedInstance one, IndexedInstance other) {
        return one.path().equals(other.path()) && hasSameContent(one, other);
    }

    private static boolean hasSameContent(IndexedInstance one, IndexedInstance other) {
        return one.hasSameContent(new DataSetDigest(other.dataSetBytes(), other.dataSetSha256()),
                other.transferSyntaxUid());
    }

    private static Optional<IndexedInstance> read(Path file, String name) {
        String path = name.substring(EmbeddedTrash.ARCHIVE.length());
        try {
            return Optional.of(StoredFileReader.read(file, path, FileStore.dayOf(path)));
        } catch (IOException e) {
            LOG.error("The file {} of the trash cannot be read", file, e);
            return Optional.empty();
        }
    }

    private static void putBack(TrashFolder folder, List<String> object) throws IOException {
        for (String file : object) {
            if (Files.exists(folder.inside(file)) && !Files.exists(folder.outside(file))) {
                folder.putBack(file);
            }
        }
    }

    /** Something is in the place of the object. */
    private Fate meet(TrashFolder folder, List<String> object, IndexedInstance present, IndexedInstance newest)
            throws IOException {
        boolean known = false;
        for (String file : object) {
            known |= read(folder.now(file), file).filter(version -> hasSameContent(version, present)).isPresent();
        }
        if (known && object.size() == 1) {
            return Fate.PRESENT; // the copy goes with the entry
        }
        if (known && object.stream().noneMatch(file -> isTakenByOther(folder, file))) {
            putBack(folder, object);
            reindexing.put(newest);
            files.removeSuperseded(present.path(), newest.path());
            return Fate.RESTORED;
        }
        for (String file : object) {
            keepApart(folder, file, present);
        }
        return Fate.QUARANTINED;
    }

    /** Whether a file with another content lies where this one lay. */
    private static boolean isTakenByOther(TrashFolder folder, String file) {
        if (!Files.exists(folder.outside(file)) || !Files.exists(folder.inside(file))) {
            return false;
        }
        Optional<IndexedInstance> inside = read(folder.inside(file), file);
        Optional<IndexedInstance> outside = read(folder.outside(file), file);
        return inside.isEmpty() || outside.isEmpty() || !hasSameContent(inside.get(), outside.get());
    }

    private void keepApart(TrashFolder folder, String file, IndexedInstance present) throws IOException {
        Optional<IndexedInstance> version = read(folder.inside(file), file);
        if (version.isPresent() && !hasSameContent(version.get(), present)) {
            quarantine.keep(FROM_TRASH, present,
                    new DataSetDigest(version.get().dataSetBytes(), version.get().dataSetSha256()),
                    target -> folder.moveOut(file, target));
        }
    }
}
