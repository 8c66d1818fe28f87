package org.hospitalviewer.ui.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.hospitalviewer.archive.Match;
import org.hospitalviewer.clinical.report.ReadingFilter;
import org.hospitalviewer.dicom.data.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StudyFilterTest {

    @Test
    void nothingIsAskedForWithoutAFilter() {
        assertThat(StudyFilter.NONE.matches()).isEmpty();
        assertThat(filter("  ", " ", "", null, null).matches()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            smi          | *smi*
            ' smi '      | *smi*
            Smith, Anna  | *Smith*Anna*
            Smith Anna   | *Smith*Anna*
            smi*         | smi*
            *            | *
            sm?th        | sm?th
            """)
    void aNameIsFoundByAnyPartUnlessAPatternIsTyped(String typed, String asked) {
        assertThat(filter(typed, "", "", null, null).matches())
                .isEqualTo(List.of(new Match.WildCard(Tag.PatientName, asked)));
    }

    @Test
    void anIdIsFoundByItsBeginning() {
        assertThat(filter("", "A-1", "", null, null).matches())
                .isEqualTo(List.of(new Match.WildCard(Tag.PatientID, "A-1*")));
    }

    @Test
    void aModalityIsAskedForAmongThoseOfTheStudy() {
        assertThat(filter("", "", "MR", null, null).matches())
                .isEqualTo(List.of(new Match.OneOf(Tag.ModalitiesInStudy, List.of("MR"))));
    }

    @Test
    void datesMayBeOpenAtEitherEnd() {
        LocalDate day = LocalDate.of(2024, 2, 29);

        assertThat(filter("", "", "", day, null).matches())
                .isEqualTo(List.of(new Match.Range(Tag.StudyDate, "20240229", "")));
        assertThat(filter("", "", "", null, day).matches())
                .isEqualTo(List.of(new Match.Range(Tag.StudyDate, "", "20240229")));
    }

    private static StudyFilter filter(String name, String id, String modality, LocalDate from, LocalDate to) {
        return new StudyFilter(name, id, modality, from, to, ReadingFilter.ALL);
    }
}
