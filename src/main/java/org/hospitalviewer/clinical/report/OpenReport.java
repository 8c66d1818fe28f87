package org.hospitalviewer.clinical.report;

/**
 * A report as one user finds it.
 *
 * @param workingCopy what this user has typed and not saved, null for nothing
 * @param lock        who writes in it at the moment, null for nobody
 */
public record OpenReport(Report report, WorkingCopy workingCopy, ReportLock lock) {
}
