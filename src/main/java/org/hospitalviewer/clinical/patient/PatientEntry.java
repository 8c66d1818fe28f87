package org.hospitalviewer.clinical.patient;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.hospitalviewer.clinical.note.Note;
import org.hospitalviewer.clinical.prescription.Prescription;
import org.hospitalviewer.clinical.report.Report;

/** Something of a patient that has its time. */
public sealed interface PatientEntry {

    /** What can be looked at by itself. */
    enum Kind { STUDIES, REPORTS, PRESCRIPTIONS, NOTES }

    Kind kind();

    /** By the clock of the clinic; {@link LocalDateTime#MIN} where nobody knows. */
    LocalDateTime at();

    /** Images. */
    record OfStudy(PatientStudy study) implements PatientEntry {
        @Override
        public Kind kind() {
            return Kind.STUDIES;
        }

        @Override
        public LocalDateTime at() {
            return study.at();
        }
    }

    /** A report in its newest version. */
    record OfReport(Report report, PatientStudy study) implements PatientEntry {
        @Override
        public Kind kind() {
            return Kind.REPORTS;
        }

        @Override
        public LocalDateTime at() {
            return local(report.modifiedAt());
        }
    }

    /**
     * A prescription, withdrawn or not.
     *
     * @param study null when it is no longer in the archive
     */
    record OfPrescription(Prescription prescription, PatientStudy study) implements PatientEntry {
        @Override
        public Kind kind() {
            return Kind.PRESCRIPTIONS;
        }

        @Override
        public LocalDateTime at() {
            return local(prescription.prescribedAt());
        }

        /** Whether the study was another patient's when this was prescribed, by its Patient ID. */
        public boolean isOfAnotherNumber() {
            return study != null && !study.patient().id().equals(prescription.patientIdentifier().strip());
        }
    }

    /** A note on the study, or on something in it. */
    record OfNote(Note note, PatientStudy study) implements PatientEntry {
        @Override
        public Kind kind() {
            return Kind.NOTES;
        }

        @Override
        public LocalDateTime at() {
            return local(note.createdAt());
        }
    }

    private static LocalDateTime local(Instant time) {
        return LocalDateTime.ofInstant(time, ZoneId.systemDefault());
    }
}
