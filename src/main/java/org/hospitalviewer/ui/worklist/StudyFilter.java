package org.hospitalviewer.ui.worklist;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.hospitalviewer.archive.Match;
import org.hospitalviewer.clinical.report.ReadingFilter;
import org.hospitalviewer.dicom.data.Tag;

/**
 * What the reader narrowed the worklist to.
 *
 * @param patientName any part of the name, or a pattern with {@code *} and {@code ?}
 * @param patientId   start of the ID, or a pattern
 * @param modality    empty for all
 * @param from        first study date, null for open
 * @param to          last study date, null for open
 * @param reading     by what is said of their reading
 */
record StudyFilter(String patientName, String patientId, String modality, LocalDate from, LocalDate to,
                   ReadingFilter reading) {

    static final StudyFilter NONE = new StudyFilter("", "", "", null, null, ReadingFilter.ALL);

    List<Match> matches() {
        List<Match> matches = new ArrayList<>();
        if (!patientName.isBlank()) {
            matches.add(new Match.WildCard(Tag.PatientName, pattern("*", patientName)));
        }
        if (!patientId.isBlank()) {
            matches.add(new Match.WildCard(Tag.PatientID, pattern("", patientId)));
        }
        if (!modality.isBlank()) {
            matches.add(new Match.OneOf(Tag.ModalitiesInStudy, List.of(modality)));
        }
        if (from != null || to != null) {
            matches.add(new Match.Range(Tag.StudyDate, date(from), date(to)));
        }
        return matches;
    }

    /** A reader types "Smith, Anna"; the archive holds "Smith^Anna". */
    private static String pattern(String before, String text) {
        String typed = text.strip().replaceAll("\\s*,\\s*|\\s+", "*");
        return typed.contains("?") || text.contains("*") ? typed : before + typed + "*";
    }

    private static String date(LocalDate date) {
        return date == null ? "" : date.format(DateTimeFormatter.BASIC_ISO_DATE);
    }

    /** For the audit log. */
    @Override
    public String toString() {
        return matches() + (reading == ReadingFilter.ALL ? "" : " " + reading);
    }
}
