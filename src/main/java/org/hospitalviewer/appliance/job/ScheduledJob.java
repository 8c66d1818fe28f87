package org.hospitalviewer.appliance.job;

import java.time.Instant;

/**
 * A kind and when it runs by itself.
 *
 * @param enabled false: only when somebody starts it
 * @param nextRun of no meaning while it is not enabled
 */
public record ScheduledJob(String kind, boolean enabled, Schedule schedule, Instant nextRun) {
}
