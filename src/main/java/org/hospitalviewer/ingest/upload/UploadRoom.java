package org.hospitalviewer.ingest.upload;

import java.io.IOException;
import java.nio.file.Files;
import org.hospitalviewer.appliance.ViewerSettings;
import org.hospitalviewer.appliance.settings.Settings;
import org.springframework.stereotype.Component;

/** What may be brought: by the room on the disk, and by what one user has under way already. */
@Component
class UploadRoom {

    static final int MOST_UNFINISHED = 100;
    private static final long BYTES_PER_MEGABYTE = 1L << 20;
    private static final long FULL_BELOW_BYTES = 1 << 16;
    /** Of the longest upload. */
    private static final int MOST_OF_ONE_USER = 5;

    private final UploadFolder folder;
    private final Settings settings;
    private final long largest;

    UploadRoom(UploadFolder folder, Settings settings, ViewerSettings given) {
        this.folder = folder;
        this.settings = settings;
        this.largest = given.uploadLimitMegabytes() * BYTES_PER_MEGABYTE;
    }

    /**
     * Both the pieces and what is made of them need room until the upload is done.
     *
     * @param count   uploads that the user has begun
     * @param bytes   in all of them
     * @param awaited bytes that are still to come, of everybody
     * @throws UploadProblem when it may not be
     */
    void require(NewUpload file, int count, long bytes, long awaited) throws IOException {
        if (file.size() > largest) {
            throw UploadProblem.tooLarge("A single file may have at most " + largest / BYTES_PER_MEGABYTE + " MB.");
        }
        if (count >= MOST_UNFINISHED || bytes + file.size() > MOST_OF_ONE_USER * largest) {
            throw UploadProblem.conflict("You have " + count + " unfinished files here. Finish or discard them first.");
        }
        if (free() < 2 * (file.size() + awaited)) {
            throw UploadProblem.noRoom("There is not enough room on the appliance's disk for this file. An administrator"
                    + " has to make room first.");
        }
    }

    /** @throws UploadProblem when there is no room for what is just coming */
    void requireForPiece(long bytes) throws IOException {
        if (free() < bytes) {
            throw UploadProblem.noRoom("The appliance's disk is full. An administrator has to make room first.");
        }
    }

    /** @throws UploadProblem when the disk is as good as full, whatever it was thought to have room for */
    void requireAny() throws IOException {
        requireForPiece(FULL_BELOW_BYTES);
    }

    /** Bytes that may be used; the reserve is for the database. */
    private long free() throws IOException {
        return Files.getFileStore(folder.path()).getUsableSpace()
                - settings.current().reserveMegabytes() * BYTES_PER_MEGABYTE;
    }
}
