package org.hospitalviewer.archive.remote;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.hospitalviewer.archive.ArchiveUnavailableException;
import org.hospitalviewer.archive.RefusedException;
import org.hospitalviewer.archive.RequiredUids;
import org.hospitalviewer.archive.StoredFile;
import org.hospitalviewer.dicom.data.Attributes;
import org.hospitalviewer.dicom.data.Tag;
import org.hospitalviewer.dicom.io.DicomFormatException;
import org.hospitalviewer.dicom.io.Part10File;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * Objects fetched lately, as files: frames are cut from them and pictures made of them. Their room is bounded; those
 * used longest ago go first, and all of them when the program ends. One that is fetched is fetched once, however many
 * want it.
 */
final class FetchedFiles implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FetchedFiles.class);
    private static final int BUFFER_BYTES = 128 * 1024;

    private final Path folder;
    private final long maxBytes;
    private final long reserveBytes;
    private final ObjectDownload download;
    private final Map<ObjectName, Entry> entries = new LinkedHashMap<>(16, 0.75f, true);
    private final AtomicLong number = new AtomicLong();
    private long bytes;

    /**
     * An empty cache.
     *
     * @param folder       belongs to it alone; what is in it is removed
     * @param reserveBytes room to leave on the disk
     */
    FetchedFiles(Path folder, long maxBytes, long reserveBytes, ObjectDownload download) throws IOException {
        this.folder = folder;
        this.maxBytes = maxBytes;
        this.reserveBytes = reserveBytes;
        this.download = download;
        FileSystemUtils.deleteRecursively(folder);
        Files.createDirectories(folder);
    }

    /** Something done with a file that stays there meanwhile. */
    @FunctionalInterface
    interface Use<T> {
        T with(StoredFile file) throws IOException;
    }

    /** A file or none, and who uses it. */
    private static final class Entry {
        private final Path path;
        private final long generation;
        private final Lock fetching = new ReentrantLock();
        private StoredFile file;
        private long length;
        private int users;
        private boolean dropped;

        Entry(Path path, long generation) {
            this.path = path;
            this.generation = generation;
        }
    }

    /**
     * Uses an object's file, which is fetched if it is not there.
     *
     * @param generation of its study; a file of another one is not used any more
     * @return null when there is no such object
     */
    <T> T use(ObjectName name, long generation, Use<T> use) throws IOException {
        Entry entry = take(name, generation);
        try {
            StoredFile file = fetched(name, entry);
            return file == null ? null : use.with(file);
        } finally {
            release(entry);
        }
    }

    private synchronized Entry take(ObjectName name, long generation) {
        Entry entry = entries.get(name);
        if (entry == null || entry.generation != generation) {
            if (entry != null) {
                entries.remove(name);
                drop(entry);
            }
            entry = new Entry(folder.resolve(number.incrementAndGet() + ".dcm"), generation);
            entries.put(name, entry);
        }
        entry.users++;
        return entry;
    }

    private synchronized void release(Entry entry) {
        entry.users--;
        if (entry.dropped && entry.users == 0) {
            delete(entry);
        }
    }

    private StoredFile fetched(ObjectName name, Entry entry) throws IOException {
        entry.fetching.lock();
        try {
            if (entry.file == null && !fetch(name, entry)) {
                forget(name, entry);
                return null;
            }
            return entry.file;
        } catch (IOException | RuntimeException e) {
            forget(name, entry);
            throw e;
        } finally {
            entry.fetching.unlock();
        }
    }

    private boolean fetch(ObjectName name, Entry entry) throws IOException {
        if (!download.fetch(name, part10 -> copy(part10, entry.path))) {
            return false;
        }
        entry.file = opened(name, entry);
        synchronized (this) {
            entry.length = Files.size(entry.path);
            bytes += entry.length;
            makeRoom(entry);
        }
        return true;
    }

    private void copy(InputStream part10, Path path) throws IOException {
        long room = Files.getFileStore(folder).getUsableSpace() - reserveBytes;
        long allowed = maxBytes;
        byte[] buffer = new byte[BUFFER_BYTES];
        try (OutputStream out = Files.newOutputStream(path)) {
            for (int read = part10.read(buffer); read >= 0; read = part10.read(buffer)) {
                room -= read;
                allowed -= read;
                if (allowed < 0) {
                    throw new ArchiveUnavailableException(ArchiveUnavailableException.Reason.FAILING,
                            "An object of the archive is larger than the room for fetched images, which the "
                                    + "administrator sets.");
                }
                if (room < 0) {
                    throw new ArchiveUnavailableException(ArchiveUnavailableException.Reason.FAILING,
                            "The disk of the appliance has no room for an object of the archive.");
                }
                out.write(buffer, 0, read);
            }
        }
    }

    /** What came has to be what was asked for. */
    private static StoredFile opened(ObjectName name, Entry entry) throws IOException {
        try {
            Part10File file = Part10File.open(entry.path);
            Attributes header = file.header();
            RequiredUids.check(header);
            if (!header.getString(Tag.SOPInstanceUID).equals(name.sopUid())
                    || !header.getString(Tag.SeriesInstanceUID).equals(name.seriesUid())
                    || !header.getString(Tag.StudyInstanceUID).equals(name.studyUid())) {
                throw new MalformedAnswerException("The archive gives out another object than the one asked for");
            }
            return new StoredFile(name.studyUid(), name.seriesUid(), name.sopUid(),
                    header.getString(Tag.SOPClassUID), file.meta().transferSyntaxUid(),
                    Versions.of(name, entry.generation), entry.path);
        } catch (DicomFormatException | RefusedException e) {
            throw new MalformedAnswerException("The archive gives out an object that cannot be read", e);
        }
    }

    /** Removes an entry without a file. */
    private synchronized void forget(ObjectName name, Entry entry) {
        entries.remove(name, entry);
        drop(entry);
    }

    private void makeRoom(Entry newest) {
        List<ObjectName> leaving = new ArrayList<>();
        long over = bytes - maxBytes;
        for (Iterator<Map.Entry<ObjectName, Entry>> oldest = entries.entrySet().iterator();
                over > 0 && oldest.hasNext();) {
            Map.Entry<ObjectName, Entry> candidate = oldest.next();
            if (candidate.getValue() != newest && candidate.getValue().users == 0) {
                over -= candidate.getValue().length;
                leaving.add(candidate.getKey());
            }
        }
        leaving.forEach(name -> drop(entries.remove(name)));
    }

    /** Removes those objects that a change made worthless. */
    synchronized void dropIf(Predicate<ObjectName> changed) {
        List<ObjectName> leaving = entries.keySet().stream().filter(changed).toList();
        leaving.forEach(name -> drop(entries.remove(name)));
    }

    private void drop(Entry entry) {
        entry.dropped = true;
        if (entry.users == 0) {
            delete(entry);
        }
    }

    private void delete(Entry entry) {
        bytes -= entry.length;
        entry.length = 0;
        try {
            Files.deleteIfExists(entry.path);
        } catch (IOException e) {
            LOG.warn("The fetched file {} cannot be removed", entry.path, e);
        }
    }

    /** Number of bytes on the disk. */
    synchronized long bytes() {
        return bytes;
    }

    @Override
    public synchronized void close() {
        entries.clear();
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            LOG.warn("The fetched files in {} cannot be removed", folder, e);
        }
    }
}
