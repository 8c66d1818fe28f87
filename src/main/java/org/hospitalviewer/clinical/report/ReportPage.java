package org.hospitalviewer.clinical.report;

import java.time.Instant;
import java.util.List;

/**
 * Reports without what they say, those changed last first.
 *
 * @param next where the following ones begin; null when there are none
 */
public record ReportPage(List<Entry> reports, String next) {

    /**
     * A report in a list.
     *
     * @param signature null while it is a draft
     * @param unsaved   whether the one who asks has typed text in it that is not saved
     */
    public record Entry(long id, String studyInstanceUid, String reportType, String title, ReportStatus status, int version,
                        Person createdBy, Person modifiedBy, Instant modifiedAt, Person reportingPhysician,
                        Signature signature, StudyReading reading, boolean unsaved) {
    }
}
