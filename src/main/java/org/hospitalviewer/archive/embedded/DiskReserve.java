package org.hospitalviewer.archive.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.hospitalviewer.archive.RefusedException;
import org.hospitalviewer.archive.RefusedException.Reason;

/**
 * Room on the disk that images must leave to the database and everything else.
 *
 * @param folder on the disk in question
 * @param bytes  to be left free
 */
record DiskReserve(Path folder, long bytes) {

    /** Refuses when less than the reserve is left. */
    void require() throws RefusedException {
        long free;
        try {
            free = Files.getFileStore(folder).getUsableSpace();
        } catch (IOException e) {
            throw new RefusedException(Reason.OUT_OF_RESOURCES, "The archive's disk does not answer", e);
        }
        if (free < bytes) {
            throw new RefusedException(Reason.OUT_OF_RESOURCES,
                    "The archive's disk is nearly full: " + (free >> 20) + " MB free");
        }
    }
}
