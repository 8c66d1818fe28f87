package org.hospitalviewer.sync;

import java.time.Instant;

/**
 * How far a target is.
 *
 * @param changeSequence change of the archive up to which everything is there or waits; -1 for nothing yet
 * @param preparedAt     its folder was ours, and closed to strangers; null for never
 * @param comparedAt     what lies there was compared with the ledger; null for never
 * @param lastRun        end of the last run, null for never
 * @param lastError      why that failed, in a sentence; empty when it did not
 * @param lastCommands   that the last run sent to the server
 * @param failures       in a row
 */
public record TargetState(long changeSequence, Instant preparedAt, Instant comparedAt, Instant lastRun, String lastError,
                          long lastCommands, int failures) {

    static final long NOTHING_YET = -1;
}
