package org.hospitalviewer.clinical.prescription;

import java.time.Instant;
import java.util.List;
import org.hospitalviewer.clinical.report.Person;

/**
 * A prescription as it is kept.
 *
 * @param patientIdentifier Patient ID (0010,0020) of the study when it was written; empty where it has none
 * @param withdrawn         null while it holds
 */
public record Prescription(long id, String studyInstanceUid, String patientIdentifier, List<Medication> medications,
                           String remark, Person prescribedBy, Instant prescribedAt, Withdrawal withdrawn) {

    /** That it holds no more. */
    public record Withdrawal(Person by, Instant at, String reason) {
    }
}
