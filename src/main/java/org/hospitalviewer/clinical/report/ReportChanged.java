package org.hospitalviewer.clinical.report;

/** Published as an event of the application when a report of a study, or who is to read it, has changed. */
public record ReportChanged(String studyInstanceUid) {
}
