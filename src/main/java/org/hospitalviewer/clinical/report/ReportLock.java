package org.hospitalviewer.clinical.report;

import java.time.Instant;

/**
 * Who writes in a report at the moment.
 *
 * @param mine  whether that is the one who asks
 * @param until when the lease ends unless it is renewed
 */
public record ReportLock(boolean mine, Person holder, Instant since, Instant until) {
}
