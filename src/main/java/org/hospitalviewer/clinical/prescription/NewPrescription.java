package org.hospitalviewer.clinical.prescription;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.hospitalviewer.clinical.InvalidEntryException;
import org.hospitalviewer.clinical.report.PlainText;
import org.hospitalviewer.dicom.data.UID;

/**
 * What somebody wants to prescribe to the patient of a study.
 *
 * @param remark for the whole prescription, may be empty
 */
public record NewPrescription(String studyInstanceUid, List<Medication> medications, String remark) {

    private static final int MOST = 30;
    private static final int MAX_REMARK = 2_000;

    public NewPrescription {
        medications = medications == null ? List.of() : medications;
        remark = PlainText.lines(remark).strip();
    }

    /** @throws InvalidEntryException when it makes no sense */
    NewPrescription checked() {
        if (!UID.isAcceptable(studyInstanceUid)) {
            throw new InvalidEntryException("Say by its UID to which study this belongs.");
        }
        if (medications.isEmpty() || medications.size() > MOST || medications.stream().anyMatch(Objects::isNull)) {
            throw new InvalidEntryException("A prescription has 1 to " + MOST + " medicines.");
        }
        if (remark.length() > MAX_REMARK) {
            throw new InvalidEntryException("A remark has " + MAX_REMARK + " characters at most.");
        }
        medications.stream().map(Medication::problem).flatMap(Optional::stream).findFirst().ifPresent(sentence -> {
            throw new InvalidEntryException(sentence);
        });
        return this;
    }
}
