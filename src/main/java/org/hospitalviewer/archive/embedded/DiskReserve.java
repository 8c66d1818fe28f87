package org.hospitalviewer.archive.embedded;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;

import org.hospitalviewer.archive.RefusedException;
import org.hospitalviewer.archive.RefusedException.Reason;

/** Room on the disk that images must leave to the database and everything else. */
final class DiskReserve {

    private final Path folder;
    private final long bytes;
    /** Kept, because finding it reads the table of all mounted disks. */
    private volatile FileStore disk;

    /**
     * Keeps room.
     *
     * @param folder on the disk in question
     * @param bytes  to be left free
     */
    DiskReserve(Path folder, long bytes) {
        this.folder = folder;
        this.bytes = bytes;
    }

    /** Refuses when less than the reserve is left. */
    void require() throws RefusedException {
        long free;
        try {
            free = disk().getUsableSpace();
        } catch (IOException e) {
            throw new RefusedException(Reason.OUT_OF_RESOURCES, "The archive's disk does not answer", e);
        }
        if (free < bytes) {
            throw new RefusedException(Reason.OUT_OF_RESOURCES,
                    "The archive's disk is nearly full: " + (free >> 20) + " MB free");
        }
    }

    private FileStore disk() throws IOException {
        if (disk == null) {
            disk = Files.getFileStore(folder);
        }
        return disk;
    }
}
