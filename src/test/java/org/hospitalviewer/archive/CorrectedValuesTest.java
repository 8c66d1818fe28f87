package org.hospitalviewer.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.hospitalviewer.archive.CorrectedValues.Problem;
import org.hospitalviewer.dicom.data.Tag;
import org.junit.jupiter.api.Test;

/** What may be written into a study, and what may not. */
class CorrectedValuesTest {

    private static Map<Integer, Problem> problems(int tag, String value) {
        return new CorrectedValues(Map.of(tag, value)).problems();
    }

    @Test
    void properValuesHaveNoProblem() {
        assertThat(problems(Tag.PatientName, "Wang^Xiao=\u738b^\u5c0f=x")).isEmpty();
        assertThat(problems(Tag.PatientName, "<script>alert(1)</script>")).isEmpty();
        assertThat(problems(Tag.PatientID, "a".repeat(64))).isEmpty();
        assertThat(problems(Tag.PatientBirthDate, "19700131")).isEmpty();
        assertThat(problems(Tag.PatientBirthDate, "")).isEmpty();
        assertThat(problems(Tag.PatientSex, "O")).isEmpty();
        assertThat(problems(Tag.AccessionNumber, "1234567890123456")).isEmpty();
        assertThat(problems(Tag.StudyDescription, "\uD83E\uDE7B")).isEmpty();
    }

    @Test
    void charactersThatPartValuesOrCannotBeSeenAreRefused() {
        for (String value : new String[] {"a\\b", "a\nb", "a\u0000b", "a\u001bb", "\uD83E"}) {
            assertThat(problems(Tag.PatientName, value)).as(value).containsEntry(Tag.PatientName, Problem.CHARACTERS);
            assertThat(problems(Tag.PatientID, value)).as(value).containsEntry(Tag.PatientID, Problem.CHARACTERS);
        }
    }

    @Test
    void whatIsTooLongIsRefused() {
        assertThat(problems(Tag.PatientID, "a".repeat(65))).containsValue(Problem.TOO_LONG);
        assertThat(problems(Tag.AccessionNumber, "a".repeat(17))).containsValue(Problem.TOO_LONG);
        assertThat(problems(Tag.PatientName, "a".repeat(65))).containsValue(Problem.TOO_LONG);
        assertThat(problems(Tag.PatientName, "a".repeat(60) + "=" + "b".repeat(60))).isEmpty();
    }

    @Test
    void aNameHasThreeGroupsOfFiveComponentsAtMost() {
        assertThat(problems(Tag.PatientName, "a=b=c=d")).containsValue(Problem.NAME_GROUPS);
        assertThat(problems(Tag.PatientName, "a^b^c^d^e^f")).containsValue(Problem.NAME_GROUPS);
    }

    @Test
    void datesMustBeDays() {
        for (String value : new String[] {"19700230", "1970-01-31", "197001", "18000101", "abcdefgh", "019700131"}) {
            assertThat(problems(Tag.PatientBirthDate, value)).as(value).containsValue(Problem.DATE);
        }
        assertThat(problems(Tag.StudyDate, LocalDate.now().plusYears(1).format(DateTimeFormatter.BASIC_ISO_DATE)))
                .containsValue(Problem.FUTURE);
    }

    @Test
    void otherAttributesAndSexesAreRefused() {
        assertThat(problems(Tag.SOPInstanceUID, "1.2.3")).containsValue(Problem.NOT_CORRECTABLE);
        assertThat(problems(Tag.PatientSex, "X")).containsValue(Problem.SEX);
    }
}
