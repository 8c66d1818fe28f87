package org.hospitalviewer.clinical.report;

import java.time.Instant;

/**
 * A report as it once was.
 *
 * @param reason    why this version was made; empty but for amendments
 * @param signature null for a draft
 */
public record ReportVersion(long reportId, int version, ReportStatus status, ReportContent content, Person modifiedBy,
                            Instant modifiedAt, String reason, Signature signature) {

    /** The same without what it says, for lists. */
    public record Entry(int version, ReportStatus status, Person modifiedBy, Instant modifiedAt, String reason,
                        Signature signature) {
    }

    Entry entry() {
        return new Entry(version, status, modifiedBy, modifiedAt, reason, signature);
    }
}
