package org.hospitalviewer.dicomweb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.hospitalviewer.archive.Match;
import org.hospitalviewer.dicom.data.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MatchingKeyTest {

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "*", " * "})
    void universalMatchingIsNoCondition(String value) {
        for (int tag : new int[] {Tag.StudyInstanceUID, Tag.StudyDate, Tag.StudyTime, Tag.PatientName,
            Tag.InstanceNumber, Tag.ModalitiesInStudy, Tag.PatientID}) {
            assertThat(MatchingKey.of(tag, value)).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"20200101,20200101,20200101", "2020.01.01,20200101,20200101", "20200101-,20200101,''",
        "-20201231,'',20201231", "20200101-20201231,20200101,20201231", "20200101 - 20201231,20200101,20201231"})
    void datesAreRanges(String value, String from, String to) {
        assertThat(MatchingKey.of(Tag.StudyDate, value)).hasValue(new Match.Range(Tag.StudyDate, from, to));
    }

    @ParameterizedTest
    @CsvSource({"10,10,10", "100000,10,100000", "103000-,1030,''", "000000-120000,00,120000",
        "10:15:30.25,101530.25,101530.25", "-12,'',12", "100010-,100010,''", "100000.00-,100000.00,''"})
    void aTimeStartsAtItsShortestForm(String value, String from, String to) {
        assertThat(MatchingKey.of(Tag.StudyTime, value)).hasValue(new Match.Range(Tag.StudyTime, from, to));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2020", "2020-01-01", "20200101-20200102-20200103", "-", "2020010x", "today", "20200101*"})
    void whatIsNoDateIsRefused(String value) {
        assertThatThrownBy(() -> MatchingKey.of(Tag.StudyDate, value)).isInstanceOf(WebProblem.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.2.3,4.5", "1.2.3\\4.5", " 1.2.3 , 4.5 ,", "1.2.3,4.5,1.2.3"})
    void uidsAreLists(String value) {
        assertThat(MatchingKey.of(Tag.SeriesInstanceUID, value))
                .hasValue(new Match.OneOf(Tag.SeriesInstanceUID, List.of("1.2.3", "4.5")));
    }

    @Test
    void separatorsAloneAreNoCondition() {
        assertThat(MatchingKey.of(Tag.SeriesInstanceUID, ",")).isEmpty();
        assertThat(MatchingKey.of(Tag.ModalitiesInStudy, "\\,")).isEmpty();
    }

    @Test
    void modalitiesAreListsOrOneWithWildCards() {
        assertThat(MatchingKey.of(Tag.ModalitiesInStudy, "ct,MR"))
                .hasValue(new Match.OneOf(Tag.ModalitiesInStudy, List.of("CT", "MR")));
        assertThat(MatchingKey.of(Tag.Modality, "C?")).hasValue(new Match.WildCard(Tag.Modality, "C?"));
        assertThatThrownBy(() -> MatchingKey.of(Tag.Modality, "C?,MR")).isInstanceOf(WebProblem.class);
    }

    @Test
    void numbersAreWholeAndWrittenPlainly() {
        assertThat(MatchingKey.of(Tag.InstanceNumber, " +007 ")).hasValue(new Match.Equal(Tag.InstanceNumber, "7"));
        assertThatThrownBy(() -> MatchingKey.of(Tag.InstanceNumber, "1.5")).isInstanceOf(WebProblem.class);
        assertThatThrownBy(() -> MatchingKey.of(Tag.InstanceNumber, "99999999999")).isInstanceOf(WebProblem.class);
    }

    @Test
    void textIsExactUnlessItHasWildCardsAndNamesNeverMindTheCase() {
        assertThat(MatchingKey.of(Tag.PatientID, "a,b")).hasValue(new Match.Equal(Tag.PatientID, "a,b"));
        assertThat(MatchingKey.of(Tag.PatientID, "a*")).hasValue(new Match.WildCard(Tag.PatientID, "a*"));
        assertThat(MatchingKey.of(Tag.PatientName, "Doe^J")).hasValue(new Match.WildCard(Tag.PatientName, "Doe^J"));
    }
}
