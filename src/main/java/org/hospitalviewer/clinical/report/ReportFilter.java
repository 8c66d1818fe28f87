package org.hospitalviewer.clinical.report;

/**
 * Which reports are wanted.
 *
 * @param status     null for any
 * @param assignedTo user who is to read the study; null for any
 * @param mine       only those that the one who asks began, changed last or answers for
 * @param unsaved    only those in which the one who asks has typed text that is not saved
 */
public record ReportFilter(ReportStatus status, Long assignedTo, boolean mine, boolean unsaved) {

    public static final ReportFilter ALL = new ReportFilter(null, null, false, false);
}
