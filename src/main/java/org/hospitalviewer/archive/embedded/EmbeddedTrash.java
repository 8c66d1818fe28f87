package org.hospitalviewer.archive.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.hospitalviewer.archive.ArchiveQuery;
import org.hospitalviewer.archive.Match;
import org.hospitalviewer.archive.QueryLevel;
import org.hospitalviewer.archive.Trash;
import org.hospitalviewer.archive.TrashEntry;
import org.hospitalviewer.dicom.data.Attributes;
import org.hospitalviewer.dicom.data.Tag;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The trash beside the archive: {@code data/trash/<id>}. What shall happen is on disk before the first file moves, so
 * that a start after a power cut brings it to its end.
 */
final class EmbeddedTrash implements Trash {

    static final String ARCHIVE = "archive/";

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedTrash.class);
    private static final DateTimeFormatter ID_TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-").withZone(ZoneOffset.UTC);
    private static final int ID_BYTES = 4;
    /** A restoration that failed half-way can be asked for again. */
    private static final Set<TrashState> RESTORABLE = EnumSet.of(TrashState.KEPT, TrashState.RESTORING);

    private final FileStore files;
    private final DurableFolders folders;
    private final Path data;
    private final Path root;
    private final ObjectLocks locks;
    private final IndexReader reader;
    private final Reindexing reindexing;
    private final Restoration restoration;
    private final SecureRandom random = new SecureRandom();
    /** One change of what is stored at a time. */
    private final ReentrantLock changing;

    EmbeddedTrash(FileStore files, Quarantine quarantine, ObjectLocks locks, Reindexing reindexing, IndexReader reader,
                  ReentrantLock changing) throws IOException {
        this.files = files;
        this.data = files.root().getParent();
        this.folders = new DurableFolders(data);
        this.root = data.resolve("trash");
        this.locks = locks;
        this.changing = changing;
        this.reader = reader;
        this.reindexing = reindexing;
        this.restoration = new Restoration(files, quarantine, locks, reindexing);
        folders.create(root);
    }

    @Override
    public Optional<TrashEntry> delete(String studyInstanceUid, String deletedBy) throws IOException {
        changing.lock();
        try (ObjectLocks.Hold _ = locks.all()) {
            reindexing.indexer().awaitAcknowledged();
            Optional<Attributes> study = reader.find(ArchiveQuery.of(QueryLevel.STUDY,
                    List.of(new Match.Equal(Tag.StudyInstanceUID, studyInstanceUid)), 0, 1)).stream().findFirst();
            if (study.isEmpty()) {
                return Optional.empty();
            }
            List<String> indexed = reindexing.revision().pathsOf(studyInstanceUid);
            return Optional.of(delete(study.get(), indexed, deletedBy));
        } finally {
            changing.unlock();
        }
    }

    private TrashEntry delete(Attributes study, List<String> indexed, String deletedBy) throws IOException {
        List<String> moving = new ArrayList<>();
        long bytes = 0;
        for (String path : indexed) {
            for (String version : files.versionsOf(path)) {
                moving.add(ARCHIVE + version);
                bytes += Files.size(files.resolve(version));
            }
        }
        String studyUid = study.getString(Tag.StudyInstanceUID);
        TrashEntry entry = new TrashEntry(newId(), TrashEntry.Kind.STUDY, Instant.now(), deletedBy, studyUid,
                study.getString(Tag.PatientName, ""), study.getString(Tag.PatientID, ""),
                study.getString(Tag.StudyDate, ""), study.getString(Tag.StudyDescription, ""),
                String.join(" ", study.getStrings(Tag.ModalitiesInStudy)), indexed.size(), bytes);
        TrashFolder folder = TrashFolder.begin(data, root.resolve(entry.id()), folders, entry, moving);
        Set<String> gone = Set.copyOf(indexed);
        try {
            reindexing.remove(studyUid, gone::contains, () -> finishDeletion(folder));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (RuntimeException e) {
            giveUpUnmoved(folder, e);
            throw e;
        }
        LOG.info("{} deleted the study {}: {} objects are in the trash as {}", deletedBy, studyUid, indexed.size(),
                entry.id());
        return entry;
    }

    /**
     * Takes single files of one object in.
     *
     * @param header of the object
     * @param moving relative to the folder of all data
     */
    void takeObject(Attributes header, List<String> moving, String deletedBy) throws IOException {
        long bytes = 0;
        for (String file : moving) {
            bytes += Files.size(data.resolve(file));
        }
        TrashEntry entry = new TrashEntry(newId(), TrashEntry.Kind.OBJECT, Instant.now(), deletedBy,
                header.getString(Tag.StudyInstanceUID, ""), header.getString(Tag.PatientName, ""),
                header.getString(Tag.PatientID, ""), header.getString(Tag.StudyDate, ""),
                header.getString(Tag.StudyDescription, ""), header.getString(Tag.Modality, ""), 1, bytes);
        TrashFolder folder = TrashFolder.begin(data, root.resolve(entry.id()), folders, entry, moving);
        folder.takeIn();
        folder.become(TrashState.KEPT);
    }

    private static void finishDeletion(TrashFolder folder) {
        try {
            folder.takeIn();
            folder.become(TrashState.KEPT);
        } catch (IOException e) {
            throw new UncheckedIOException("Some files could not be moved into the trash; the next start tries again: "
                    + e.getMessage(), e);
        }
    }

    /** The index could not be written before any file moved: the study stays where it is. */
    private static void giveUpUnmoved(TrashFolder folder, RuntimeException failure) {
        try {
            if (folder.state() == TrashState.DELETING) {
                folder.delete();
            }
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }

    private String newId() {
        byte[] bytes = new byte[ID_BYTES];
        random.nextBytes(bytes);
        return ID_TIME.format(Instant.now()) + HexFormat.of().formatHex(bytes);
    }

    @Override
    public List<TrashEntry> entries() throws IOException {
        List<TrashEntry> entries = new ArrayList<>();
        for (TrashFolder folder : all()) {
            if (RESTORABLE.contains(folder.state())) {
                entries.add(folder.entry());
            }
        }
        entries.sort(Comparator.comparing(TrashEntry::deletedAt).reversed());
        return entries;
    }

    private List<TrashFolder> all() throws IOException {
        try (Stream<Path> each = Files.list(root)) {
            return each.filter(Files::isDirectory).sorted()
                    .flatMap(folder -> TrashFolder.open(data, folder, folders).stream()).toList();
        }
    }

    private Optional<TrashFolder> restorable(String id) {
        if (!id.matches("[0-9a-f-]{1,40}")) {
            return Optional.empty();
        }
        return TrashFolder.open(data, root.resolve(id), folders)
                .filter(folder -> RESTORABLE.contains(folder.state()));
    }

    @Override
    public Optional<Restored> restore(String id) throws IOException {
        changing.lock();
        try {
            Optional<TrashFolder> folder = restorable(id);
            if (folder.isEmpty()) {
                return Optional.empty();
            }
            if (folder.get().state() == TrashState.KEPT) {
                folder.get().become(TrashState.RESTORING);
            }
            return Optional.of(restoration.finish(folder.get()));
        } finally {
            changing.unlock();
        }
    }

    @Override
    public boolean purge(String id) throws IOException {
        changing.lock();
        try {
            Optional<TrashFolder> folder = restorable(id);
            if (folder.isPresent()) {
                folder.get().become(TrashState.PURGING);
                folder.get().delete();
            }
            return folder.isPresent();
        } finally {
            changing.unlock();
        }
    }

    /** Brings to its end what an earlier run began; before anything else uses the files. */
    void recover() throws IOException {
        try (Stream<Path> each = Files.list(root)) {
            for (Path path : each.filter(Files::isDirectory).sorted().toList()) {
                Optional<TrashFolder> folder = TrashFolder.open(data, path, folders);
                if (folder.isPresent()) {
                    recover(folder.get());
                } else {
                    TrashFolder.deleteUnbegun(path, folders);
                }
            }
        }
    }

    private void recover(TrashFolder folder) throws IOException {
        switch (folder.state()) {
            case DELETING -> {
                finishDeletion(folder);
                reindexing.remove(folder.entry().studyInstanceUid(), path -> !Files.exists(files.resolve(path)));
            }
            case RESTORING -> restoration.finish(folder);
            case PURGING -> folder.delete();
            case KEPT -> {
                // nothing was under way
            }
        }
    }
}
