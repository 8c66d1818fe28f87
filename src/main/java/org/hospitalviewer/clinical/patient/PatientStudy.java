package org.hospitalviewer.clinical.patient;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import org.hospitalviewer.clinical.report.ListedStudy;
import org.hospitalviewer.clinical.report.ReportStatus;
import org.hospitalviewer.clinical.report.StudyReading;
import org.hospitalviewer.dicom.data.Attributes;
import org.hospitalviewer.dicom.data.Tag;

/**
 * A study of the archive; texts are empty where it says nothing.
 *
 * @param date    Study Date (0008,0020) as it stands
 * @param time    Study Time (0008,0030) as it stands
 * @param report  status of the report that counts most; null where there is none for the reader to know of
 * @param reading what the reader may know of who is to read it
 */
public record PatientStudy(String studyInstanceUid, PatientIdentity patient, String date, String time, String modalities,
                           String description, String accessionNumber, int series, int images, ReportStatus report,
                           StudyReading reading) {

    static PatientStudy of(ListedStudy listed) {
        Attributes study = listed.study();
        return new PatientStudy(study.getString(Tag.StudyInstanceUID, ""), PatientIdentity.of(study),
                study.getString(Tag.StudyDate, ""), study.getString(Tag.StudyTime, ""),
                String.join(" ", study.getStrings(Tag.ModalitiesInStudy)),
                study.getString(Tag.StudyDescription, ""), study.getString(Tag.AccessionNumber, ""),
                study.getInt(Tag.NumberOfStudyRelatedSeries, 0), study.getInt(Tag.NumberOfStudyRelatedInstances, 0),
                listed.status(), listed.reading());
    }

    /** When it was made, by the clock of the clinic; long ago where nobody knows. */
    LocalDateTime at() {
        try {
            return LocalDate.parse(date, DateTimeFormatter.BASIC_ISO_DATE).atTime(clock());
        } catch (DateTimeException e) {
            return LocalDateTime.MIN;
        }
    }

    /** HHMMSS.FFFFFF with the smaller parts optional (PS3.5 6.2); midnight where nobody knows. */
    private LocalTime clock() {
        String digits = (time.replaceFirst("\\..*", "") + "0000").strip();
        return digits.matches("([01]\\d|2[0-3])[0-5]\\d[0-5]\\d.*")
                ? LocalTime.parse(digits.substring(0, 6), DateTimeFormatter.ofPattern("HHmmss")) : LocalTime.MIDNIGHT;
    }
}
