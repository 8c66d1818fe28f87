package org.hospitalviewer.clinical.report;

import java.time.Instant;

/**
 * A report in its newest version.
 *
 * @param version            counts the saves, signatures and amendments, from 1
 * @param reason             why the newest version was made; empty but for amendments
 * @param reportingPhysician null for whoever signs it
 * @param signature          null while it is a draft
 */
public record Report(long id, String studyInstanceUid, ReportStatus status, int version, ReportContent content,
                     Person createdBy, Instant createdAt, Person modifiedBy, Instant modifiedAt, String reason,
                     Person reportingPhysician, Signature signature) {
}
