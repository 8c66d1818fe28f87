package org.hospitalviewer.backup;

import java.time.Instant;
import java.util.List;
import org.hospitalviewer.backup.file.Manifest.Content;

/**
 * A backup that was tried.
 *
 * @param target     place
 * @param filename   empty when it did not come to a file
 * @param error      why it failed, or what a good one lacks, in a sentence; empty otherwise
 * @param verifiedAt when it was read back, loaded and compared; null when it was not
 * @param canRestore it holds a database
 * @param keyId      tells which recovery key opens it
 */
public record BackupRun(long id, Instant startedAt, Instant completedAt, String target, String filename, long bytes,
                        Status status, String error, Instant verifiedAt, boolean canRestore, List<Content> contents,
                        String keyId, int tables, long rows) {

    /** How it ended. */
    public enum Status { VERIFIED, FAILED }

    public boolean isGood() {
        return status == Status.VERIFIED;
    }
}
