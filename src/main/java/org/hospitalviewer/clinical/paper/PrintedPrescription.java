package org.hospitalviewer.clinical.paper;

import org.hospitalviewer.clinical.prescription.Prescription;
import org.hospitalviewer.dicom.data.Attributes;
import org.hospitalviewer.dicom.data.Tag;

/**
 * All that a printed prescription needs.
 *
 * @param study what the archive knows of the study; without values when it is not there any more
 * @param words in the language of the clinic
 */
record PrintedPrescription(Prescription prescription, Attributes study, Letterhead letterhead, PaperWords words) {

    /** Patient ID of the study now, else the one that was written down. */
    String patientId() {
        return study.isEmpty() ? prescription.patientIdentifier() : study.getString(Tag.PatientID, "");
    }

    /** Whether the study was another patient's when this was prescribed, by its Patient ID. */
    boolean isOfAnotherNumber() {
        return !patientId().strip().equals(prescription.patientIdentifier().strip());
    }
}
