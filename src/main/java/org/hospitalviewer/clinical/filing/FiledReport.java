package org.hospitalviewer.clinical.filing;

/**
 * A version of a report that is in the archive or is to come there.
 *
 * @param filed   whether it is there
 * @param message why the last attempt failed, empty for none
 */
record FiledReport(long id, long reportId, int version, Kind kind, String studyInstanceUid, String seriesInstanceUid,
                   String sopInstanceUid, boolean filed, String message) {

    /** As what it is kept. */
    enum Kind { PDF, SR }
}
