package org.hospitalviewer.ui.worklist;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hospitalviewer.clinical.report.ListedStudy;
import org.hospitalviewer.clinical.report.Person;
import org.hospitalviewer.clinical.report.ReportStatus;
import org.hospitalviewer.clinical.report.StudyReading;
import org.hospitalviewer.dicom.data.Attributes;
import org.hospitalviewer.dicom.data.Tag;
import org.hospitalviewer.ui.PatientNameText;

/**
 * One study as the worklist shows it; dates in the reader's locale, empty where the archive knows nothing.
 *
 * @param report status of its report, null where there is none to be seen
 * @param reader name of who is to read it, empty for nobody
 * @param published whether it is marked to be published
 */
public record StudyRow(String studyInstanceUid, String patientName, String patientId, String birthDate, String sex,
                String studyDate, String studyTime, String modalities, String description, String accessionNumber,
                int seriesCount, int instanceCount, ReportStatus report, String reader, boolean urgent,
                boolean published) {

    static StudyRow of(ListedStudy listed, boolean published, Locale locale) {
        Attributes study = listed.study();
        return new StudyRow(text(study, Tag.StudyInstanceUID), name(study), text(study, Tag.PatientID),
                date(text(study, Tag.PatientBirthDate), locale), text(study, Tag.PatientSex),
                date(text(study, Tag.StudyDate), locale), time(text(study, Tag.StudyTime), locale),
                String.join(" ", study.getStrings(Tag.ModalitiesInStudy)), text(study, Tag.StudyDescription),
                text(study, Tag.AccessionNumber), study.getInt(Tag.NumberOfStudyRelatedSeries, 0),
                study.getInt(Tag.NumberOfStudyRelatedInstances, 0), listed.status(), reader(listed.reading()),
                listed.reading().urgent(), published);
    }

    private static String reader(StudyReading reading) {
        Person reader = reading.assignedTo();
        return reader == null ? "" : reader.fullName().isBlank() ? reader.username() : reader.fullName();
    }

    /** Name and ID. */
    public String patient() {
        return Stream.of(patientName, patientId.isBlank() ? "" : "(" + patientId + ")")
                .filter(part -> !part.isBlank()).collect(Collectors.joining(" "));
    }

    /** Modality, date and description. */
    public String summary() {
        String when = (studyDate + " " + studyTime).strip();
        return Stream.of(modalities, when, description).filter(part -> !part.isBlank())
                .collect(Collectors.joining(", "));
    }

    private static String name(Attributes study) {
        return PatientNameText.of(text(study, Tag.PatientName));
    }

    private static String text(Attributes study, int tag) {
        String value = study.getString(tag);
        return value == null ? "" : value;
    }

    /** DICOM dates are YYYYMMDD (PS3.5 6.2); anything else is shown as it is. */
    public static String date(String value, Locale locale) {
        try {
            return LocalDate.parse(value, DateTimeFormatter.BASIC_ISO_DATE)
                    .format(DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale));
        } catch (DateTimeException e) {
            return value;
        }
    }

    /** DICOM times are HHMMSS.FFFFFF with the smaller parts optional (PS3.5 6.2); seconds are not shown. */
    static String time(String value, Locale locale) {
        if (!value.matches("([01]\\d|2[0-3])[0-5]\\d.*")) {
            return value;
        }
        return LocalTime.of(Integer.parseInt(value, 0, 2, 10), Integer.parseInt(value, 2, 4, 10))
                .format(DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(locale));
    }
}
