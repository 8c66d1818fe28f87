package org.hospitalviewer.ingest.folder;

import java.time.Instant;

/**
 * One time that somebody started the import of a folder.
 *
 * @param message what came of it, in a sentence; empty before
 * @param endedAt null while it is not over
 */
public record ImportJob(long id, Long runId, String path, ImportOptions options, State state, String requestedBy,
                        ImportCounts counts, String message, Instant createdAt, Instant endedAt) {

    /** Where it is. */
    public enum State {
        /** Goes on, also after a restart of the program. */
        RUNNING,
        DONE,
        /** By somebody; the next start goes on where it was. */
        STOPPED,
        FAILED
    }
}
