package org.hospitalviewer.archive.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A file that is being received: it gets a place once it is complete, or vanishes when it is closed. */
final class IncomingFile implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(IncomingFile.class);

    private static final Set<StandardOpenOption> NEW =
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    private static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    /** One program at a time has the folder, and it is emptied at the start. */
    private static final AtomicLong NUMBERS = new AtomicLong();
    /** Time given to the file that arrived last, in microseconds since 1970. */
    private static final AtomicLong LAST_ARRIVAL = new AtomicLong();

    private final Path path;
    private final DurableFolders folders;
    private final FileChannel channel;
    private boolean placed;

    private IncomingFile(Path path, DurableFolders folders) throws IOException {
        this.path = path;
        this.folders = folders;
        this.channel = FileChannel.open(path, NEW, ownerOnly(path));
    }

    static IncomingFile create(Path folder, DurableFolders folders) throws IOException {
        return new IncomingFile(folder.resolve(NUMBERS.incrementAndGet() + ".part"), folders);
    }

    /** Images are nobody else's on this computer, where the file system knows owners. */
    private static FileAttribute<?>[] ownerOnly(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {OWNER_ONLY} : new FileAttribute<?>[0];
    }

    FileChannel channel() {
        return channel;
    }

    /**
     * Gives the file a time later than that of all before it. A rebuilt index puts objects into the order of these times,
     * and the system's own are the same for all files of some milliseconds.
     */
    void markArrival() throws IOException {
        long now = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
        long arrival = LAST_ARRIVAL.accumulateAndGet(now, (last, time) -> Math.max(last + 1, time));
        Files.setLastModifiedTime(path, FileTime.from(arrival, TimeUnit.MICROSECONDS));
    }

    /**
     * Gives the finished file its place and returns when that is durable: contents first, then the name, then the
     * folder that holds the name. Whoever calls has made sure that the place is free.
     */
    void moveTo(Path target) throws IOException {
        channel.force(true);
        folders.create(target.getParent());
        Files.move(path, target, StandardCopyOption.ATOMIC_MOVE);
        placed = true;
        folders.force(target.getParent());
    }

    /** Looks at the finished file before it gets its place. */
    void require(Check check) throws IOException {
        check.of(path);
    }

    /** Throws when a file is not as it should be. */
    @FunctionalInterface
    interface Check {
        void of(Path file) throws IOException;
    }

    @Override
    public void close() {
        try {
            channel.close();
            if (!placed) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            LOG.warn("The unfinished file {} stays until the next start", path, e);
        }
    }
}
