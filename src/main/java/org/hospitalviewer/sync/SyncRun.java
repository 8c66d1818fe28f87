package org.hospitalviewer.sync;

import java.time.Instant;

/**
 * A run of a target that moved something or failed.
 *
 * @param targetId   the target may be gone by now
 * @param commands   sent to the server
 * @param repeats    how often the same failure followed itself
 * @param error      a sentence, empty when nothing was wrong
 */
public record SyncRun(long id, long targetId, String targetName, Instant startedAt, Instant completedAt, long files,
                      long bytes, long deleted, long commands, int repeats, Status status, String error) {

    /** How it ended. */
    public enum Status {
        /** Everything is there. */
        DONE,
        /** It gave way to others, or its hours were over; the next run goes on. */
        GOES_ON,
        FAILED
    }
}
