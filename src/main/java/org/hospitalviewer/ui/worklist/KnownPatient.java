package org.hospitalviewer.ui.worklist;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hospitalviewer.archive.Archive;
import org.hospitalviewer.archive.ArchiveQuery;
import org.hospitalviewer.archive.CorrectedValues;
import org.hospitalviewer.archive.Match;
import org.hospitalviewer.archive.QueryLevel;
import org.hospitalviewer.dicom.data.Attributes;
import org.hospitalviewer.dicom.data.Tag;
import org.hospitalviewer.ui.PatientNameText;

/**
 * A patient as some study in the archive has it.
 *
 * @param values by tag, those of {@link CorrectedValues#OF_PATIENT}
 */
record KnownPatient(Map<Integer, String> values) {

    /** So many studies are looked at; one who is not among them is found by more letters of the name. */
    private static final int STUDIES = 200;

    /** Patients whose name holds the words, by name. */
    static Stream<KnownPatient> find(Archive archive, String words, int offset, int limit) {
        String letters = words.strip().replaceAll("[*?\\\\\\p{Cntrl}]", "");
        List<Match> matches = letters.isEmpty() ? List.of()
                : List.of(new Match.WildCard(Tag.PatientName, "*" + letters + "*"));
        return archive.find(ArchiveQuery.of(QueryLevel.STUDY, matches, 0, STUDIES)).stream().map(KnownPatient::of)
                .distinct().skip(offset).limit(limit);
    }

    private static KnownPatient of(Attributes study) {
        Map<Integer, String> values = new LinkedHashMap<>();
        CorrectedValues.OF_PATIENT.forEach(tag -> values.put(tag, study.getString(tag, "")));
        return new KnownPatient(values);
    }

    String label() {
        return Stream.of(PatientNameText.of(values.get(Tag.PatientName)), values.get(Tag.PatientID),
                        values.get(Tag.PatientBirthDate).replaceFirst("^(\\d{4})(\\d{2})(\\d{2})$", "$1-$2-$3"))
                .filter(part -> !part.isBlank()).collect(Collectors.joining("  \u00b7  "));
    }
}
