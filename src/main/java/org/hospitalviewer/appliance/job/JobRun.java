package org.hospitalviewer.appliance.job;

import java.time.Instant;

/**
 * One run of a job kind.
 *
 * @param startedBy user name, or "schedule"
 * @param startedAt null until it has run at all
 * @param endedAt   null until it is over
 * @param attempt   from 1, grows when a failed run is tried again or an interrupted one goes on
 * @param done      things done
 * @param total     things to do, 0 when unknown
 * @param bytes     size of the things done
 * @param current   thing it did last
 * @param note      what it is doing, in a sentence
 * @param message   what came of it or why it failed, in a sentence; empty before
 */
public record JobRun(long id, String kind, JobState state, String startedBy, Instant queuedAt, Instant startedAt,
                     Instant endedAt, int attempt, long done, long total, long bytes, String current, String note,
                     String message) {

    /** Part done, from 0 to 1; negative when unknown. */
    public double fraction() {
        return total <= 0 ? -1 : Math.min(1, (double) done / total);
    }
}
