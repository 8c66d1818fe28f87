package org.hospitalviewer.clinical.report;

/** Published as an event of the application within the transaction in which a version of a report is signed. */
public record ReportSigned(long reportId, int version, String studyInstanceUid) {
}
