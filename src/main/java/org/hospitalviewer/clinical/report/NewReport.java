package org.hospitalviewer.clinical.report;

import java.util.UUID;
import org.hospitalviewer.dicom.data.UID;

/**
 * A report to be begun.
 *
 * @param key      UUID that tells a repeated request from another report; null to have one made
 * @param template key of the template to begin with; null for none
 * @param content  what it says already; null for what the template says
 */
public record NewReport(String key, String studyInstanceUid, String template, ReportContent content) {

    private static final String UUID_PATTERN = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    NewReport keyed() {
        return key != null ? this : new NewReport(UUID.randomUUID().toString(), studyInstanceUid, template, content);
    }

    /** @throws InvalidReportException with a sentence that says what is wrong */
    void check() {
        if (!UID.isAcceptable(studyInstanceUid)) {
            throw new InvalidReportException("The study needs a UID.");
        }
        if (key != null && !key.matches(UUID_PATTERN)) {
            throw new InvalidReportException("The key must be a UUID in lower case.");
        }
    }
}
