package org.hospitalviewer.ingest.upload.document;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.hospitalviewer.archive.CorrectedValues;
import org.hospitalviewer.dicom.data.Tag;
import org.hospitalviewer.dicom.data.UID;

/**
 * What DICOM needs to know of a document and its bytes do not say.
 *
 * @param studyInstanceUid the study it is added to, empty for a new patient or study
 * @param patientName      PN (PS3.5 6.2), only for a new study, as the others of the patient
 * @param birthDate        YYYYMMDD or empty
 * @param sex              M, F, O or empty
 * @param title            of the document
 * @param date             YYYYMMDD when it was made
 * @param photograph       whether a picture shows the patient; otherwise it is a page or a screen
 * @param batch            the same for documents that were chosen together: they make one study and one series
 */
public record DocumentDetails(String studyInstanceUid, String patientName, String patientId, String birthDate, String sex,
                              String title, String date, boolean photograph, String batch) {

    private static final Pattern BATCH = Pattern.compile("[0-9A-Za-z-]{8,64}");

    public DocumentDetails {
        studyInstanceUid = text(studyInstanceUid);
        patientName = text(patientName);
        patientId = text(patientId);
        birthDate = text(birthDate);
        sex = text(sex);
        title = text(title);
        date = text(date);
        batch = text(batch);
    }

    private static String text(String given) {
        return given == null ? "" : given.strip();
    }

    public boolean isForNewStudy() {
        return studyInstanceUid.isEmpty();
    }

    /** What is wrong with it, as a sentence; empty when it can be used. */
    public String problem() {
        if (!BATCH.matcher(batch).matches()) {
            return "The batch is missing.";
        }
        if (isForNewStudy() ? patientName.isEmpty() || patientId.isEmpty() : !UID.isAcceptable(studyInstanceUid)) {
            return isForNewStudy() ? "Give the name and the ID of the patient." : "The study is not named by a UID.";
        }
        if (title.isEmpty()) {
            return "Give the document a title.";
        }
        Map<Integer, CorrectedValues.Problem> problems = new CorrectedValues(values()).problems();
        return problems.isEmpty() ? "" : sentence(problems.keySet().iterator().next());
    }

    /** The title is held to the rules of another text of 64 characters. */
    private Map<Integer, String> values() {
        Map<Integer, String> values = new LinkedHashMap<>();
        values.put(Tag.StudyDescription, title);
        values.put(Tag.StudyDate, date);
        if (isForNewStudy()) {
            values.put(Tag.PatientName, patientName);
            values.put(Tag.PatientID, patientId);
            values.put(Tag.PatientBirthDate, birthDate);
            values.put(Tag.PatientSex, sex);
        }
        return values;
    }

    private static String sentence(int tag) {
        return switch (tag) {
            case Tag.PatientName -> "The patient's name is too long or holds characters that DICOM does not know.";
            case Tag.PatientID -> "The patient's ID is longer than 64 characters or holds a backslash.";
            case Tag.PatientBirthDate -> "The date of birth is no date of the past.";
            case Tag.PatientSex -> "The sex is none that DICOM knows.";
            case Tag.StudyDate -> "The date of the document is no date of the past.";
            default -> "The title is longer than 64 characters or holds a backslash.";
        };
    }
}
