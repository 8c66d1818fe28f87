package org.hospitalviewer.dicomweb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hospitalviewer.archive.Match;
import org.hospitalviewer.archive.QueryLevel;
import org.hospitalviewer.dicom.data.Tag;
import org.junit.jupiter.api.Test;

class QidoParametersTest {

    private static final Set<Integer> MATCHABLE = Set.of(Tag.PatientID, Tag.StudyDate, Tag.StudyInstanceUID,
            Tag.ModalitiesInStudy);

    @Test
    void keysComeAsKeywordOrTagAndAreReturnedToo() {
        QidoParameters byKeyword = parse("PatientID", "7");
        assertThat(byKeyword.query().matches()).containsExactly(new Match.Equal(Tag.PatientID, "7"));
        assertThat(byKeyword.query().include()).containsExactly(Tag.PatientID);
        assertThat(parse("00100020", "7")).isEqualTo(byKeyword);
    }

    @Test
    void fieldsToIncludeComeRepeatedOrAsLists() {
        assertThat(parse("includefield", "00081030, PatientAge", "includefield", "WindowCenter,").query().include())
                .containsExactlyInAnyOrder(0x00081030, Tag.PatientAge, Tag.WindowCenter);
        assertThat(parse("includefield", "all").query().includeAll()).isTrue();
        assertThat(parse("includefield", "00081199.00081155").query().include()).containsExactly(0x00081199);
        assertThatThrownBy(() -> parse("includefield", "PatientAge,x")).isInstanceOf(WebProblem.class);
    }

    @Test
    void pagesHaveADefaultAndACeiling() {
        assertThat(parse().query().limit()).isEqualTo(QidoParameters.MAX_LIMIT);
        assertThat(parse("limit", "999999999").query().limit()).isEqualTo(QidoParameters.MAX_LIMIT);
        assertThat(parse("limit", "0", "offset", "20").query()).matches(query -> query.limit() == 0 && query.offset() == 20);
        for (String wrong : List.of("", "-1", "1.5", "x", "0x10", "10000000000")) {
            assertThatThrownBy(() -> parse("limit", wrong)).isInstanceOf(WebProblem.class);
        }
    }

    @Test
    void listsMayBeRepeatedAndNothingElse() {
        assertThat(parse("StudyInstanceUID", "1.2", "StudyInstanceUID", "1.3").query().matches())
                .containsExactly(new Match.OneOf(Tag.StudyInstanceUID, List.of("1.2", "1.3")));
        assertThatThrownBy(() -> parse("PatientID", "1", "PatientID", "2")).isInstanceOf(WebProblem.class);
    }

    @Test
    void whatCannotBeMatchedIsNamedAndNothingOfTheRequestGetsIntoAHeaderUnread() {
        assertThat(parse("Manufacturer", "x", "00400275.00400009", "y", "PatientAge", "").warnings())
                .containsExactly("These attributes cannot be matched and were left out: Manufacturer,00400275.00400009");
        for (String hostile : List.of("Manufacturer.x\r\nSet-Cookie: a=b", "Manufacturer.", ".", "", "0010001", "Patient Name",
                "a".repeat(10_000))) {
            assertThatThrownBy(() -> parse(hostile, "x")).isInstanceOfSatisfying(WebProblem.class, problem ->
                    assertThat(problem.getBody().getDetail()).hasSizeLessThan(120).doesNotContain("\r", "\n"));
        }
    }

    private static QidoParameters parse(String... namesAndValues) {
        Map<String, String[]> parameters = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            parameters.merge(namesAndValues[i], new String[] {namesAndValues[i + 1]},
                    (before, added) -> new String[] {before[0], added[0]});
        }
        return QidoParameters.parse(QueryLevel.STUDY, List.of(), parameters, MATCHABLE);
    }
}
