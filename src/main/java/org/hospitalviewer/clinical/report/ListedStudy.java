package org.hospitalviewer.clinical.report;

import org.hospitalviewer.dicom.data.Attributes;

/**
 * A study of the archive with what is said of its reading.
 *
 * @param status  of the report that counts most; null where there is none, or none for the current user to see
 * @param reading what the current user may know of who reads it
 */
public record ListedStudy(Attributes study, ReportStatus status, StudyReading reading) {

    boolean isRead() {
        return status != null && status.isSigned();
    }
}
