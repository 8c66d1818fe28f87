package org.hospitalviewer.clinical.report;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.hospitalviewer.archive.Archive;
import org.hospitalviewer.archive.ArchiveQuery;
import org.hospitalviewer.archive.Match;
import org.hospitalviewer.archive.QueryLevel;
import org.hospitalviewer.dicom.data.Attributes;
import org.hospitalviewer.dicom.data.Tag;

/** The study of a report, asked of the archive. */
final class ReportedStudy {

    private static final String DATE_PATTERN = "\\d{8}";
    private static final String TIME_PATTERN = "\\d{6}.*";
    private static final String HOURS_PATTERN = "\\d{2}(\\d{2})?";

    private ReportedStudy() {
    }

    static Optional<Attributes> find(Archive archive, String studyInstanceUid) {
        return archive.find(ArchiveQuery.of(QueryLevel.STUDY,
                List.of(new Match.Equal(Tag.StudyInstanceUID, studyInstanceUid)), 0, 1)).stream().findFirst();
    }

    /** When it was made, by the clock of this computer's zone (PS3.3 C.7.2.1); null when it does not say. */
    static Instant madeAt(Attributes study) {
        String date = study.getString(Tag.StudyDate, "");
        if (!date.matches(DATE_PATTERN)) {
            return null;
        }
        try {
            return LocalDate.parse(date, DateTimeFormatter.BASIC_ISO_DATE)
                    .atTime(time(study.getString(Tag.StudyTime, ""))).atZone(ZoneId.systemDefault()).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static LocalTime time(String text) {
        if (text.matches(TIME_PATTERN)) {
            return LocalTime.parse(text.substring(0, 6), DateTimeFormatter.ofPattern("HHmmss"));
        }
        return text.matches(HOURS_PATTERN) ? LocalTime.of(Integer.parseInt(text.substring(0, 2)),
                text.length() > 2 ? Integer.parseInt(text.substring(2)) : 0) : LocalTime.MIDNIGHT;
    }
}
