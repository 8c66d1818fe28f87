package org.hospitalviewer.clinical.report;

import java.time.Instant;

/**
 * What one user has typed in a report and not saved.
 *
 * @param basedOnVersion the version of the report they had before them
 * @param revision       counts the writes, from 1
 */
public record WorkingCopy(int basedOnVersion, int revision, ReportContent content, Instant savedAt) {
}
