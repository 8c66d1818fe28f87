package org.hospitalviewer.ingest.folder;

import java.time.Instant;

/**
 * How monitoring stands.
 *
 * @param seconds       between two looks
 * @param message       what is wrong, in a sentence; empty when nothing is
 * @param lastCheck     end of the last look that went well; null before
 * @param waitingFiles  that were seen and have to stay the same until the next look
 * @param importedToday since midnight
 */
public record MonitoringStatus(boolean enabled, String path, ImportOptions options, int seconds, State state,
                               String message, Instant lastCheck, int waitingFiles, long importedToday) {

    /** What it is at. */
    public enum State {
        OFF,
        /** For the next look. */
        WAITING,
        LOOKING,
        /** An import of existing files is under way; monitoring goes on after it. */
        IMPORT_FIRST,
        /** Unplugged, not shared, or closed to the program. */
        FOLDER_ABSENT,
        /** The archive can take nothing now, or the database does not answer. */
        FAILING
    }
}
