package org.hospitalviewer.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.hospitalviewer.dicom.data.Tag;
import org.hospitalviewer.dicom.data.VR;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Matching (PS3.4 C.2.2.2) on studies of a patient of this test alone. */
public abstract class ArchiveSearchContract {

    private static final Origin SCANNER = new Origin(Origin.Door.C_STORE, "CT1", "127.0.0.1");

    @Autowired
    private Archive archive;
    private final String patientId = Slice.newUid();

    @BeforeEach
    void fiveStudies() throws IOException {
        study("one", "Meier^Anna", "20240101", "080000", "CT");
        study("two", "MEIERHOFER^Bert", "20240102", "120000.5", "MR");
        study("three", "100%_pure\\gold", "20240102", "1200", "CT");
        study("four", "M\u00FCller^Zo\u00EB=\u738B^\u5C0F\u6771", "20231231", "235959.999999", "US");
        study("five", "", "", "", "");
    }

    private void study(String description, String name, String date, String time, String modality)
            throws IOException {
        // A backslash would part two values, so the name with one goes where a single text is kept.
        Slice slice = Slice.alone().with(Tag.PatientID, VR.LO, patientId).with(Tag.StudyID, VR.SH, description)
                .with(Tag.PatientName, VR.PN, name.replace('\\', '/')).with(Tag.StudyDescription, VR.LO, name)
                .with(Tag.StudyDate, VR.DA, date).with(Tag.StudyTime, VR.TM, time)
                .with(Tag.Modality, VR.CS, modality);
        archive.store(SCANNER, slice.announced(), slice.open());
    }

    List<String> find(Match... matches) {
        return find(QueryLevel.STUDY, List.of(), 0, 100, matches);
    }

    private List<String> find(QueryLevel level, List<SortKey> order, int offset, int limit, Match... matches) {
        List<Match> all = Stream.concat(Stream.of(new Match.Equal(Tag.PatientID, patientId)), Stream.of(matches))
                .toList();
        ArchiveQuery query = ArchiveQuery.of(level, all, offset, limit).orderedBy(order);
        List<String> found = new ArrayList<>();
        archive.find(query).forEach(study -> found.add(study.getString(Tag.StudyID)));
        if (offset == 0 && limit >= found.size() + 1) {
            assertThat(archive.count(query)).isEqualTo(found.size());
        }
        return found;
    }

    static Match name(String pattern) {
        return new Match.WildCard(Tag.PatientName, pattern);
    }

    @Test
    void namesMatchWithoutRegardToCase() {
        assertThat(find(new Match.Equal(Tag.PatientName, "meier^anna"))).containsExactly("one");
        assertThat(find(name("meier*"))).containsExactlyInAnyOrder("one", "two");
        assertThat(find(name("*BERT"))).containsExactly("two");
    }

    @Test
    void aQuestionMarkIsExactlyOneCharacter() {
        assertThat(find(name("Me?er^Anna"))).containsExactly("one");
        assertThat(find(name("Meier?Anna?"))).isEmpty();
    }

    @Test
    void charactersThatMeanSomethingInSqlAreTakenLiterally() {
        assertThat(find(name("100%_*"))).containsExactly("three");
        assertThat(find(name("%"))).isEmpty();
        assertThat(find(name("M_ier*"))).isEmpty();
        assertThat(find(name("*_pure*"))).containsExactly("three");
        assertThat(find(new Match.WildCard(Tag.StudyDescription, "*pure\\gold"))).containsExactly("three");
        assertThat(find(new Match.Equal(Tag.StudyDescription, "' OR '1'='1"))).isEmpty();
    }

    @Test
    void aNameMatchesByItsAlphabeticGroupOrAsAWhole() {
        assertThat(find(new Match.Equal(Tag.PatientName, "M\u00FCller^Zo\u00EB"))).containsExactly("four");
        assertThat(find(name("*^Zo\u00EB"))).containsExactly("four");
    }

    @Test
    void datesMatchInRangesWithBothEndsAndOpenOnes() {
        assertThat(find(new Match.Range(Tag.StudyDate, "20240101", "20240102")))
                .containsExactlyInAnyOrder("one", "two", "three");
        assertThat(find(new Match.Range(Tag.StudyDate, "", "20240101"))).containsExactlyInAnyOrder("one", "four");
        assertThat(find(new Match.Range(Tag.StudyDate, "20240102", ""))).containsExactlyInAnyOrder("two", "three");
        assertThat(find(new Match.Equal(Tag.StudyDate, "20231231"))).containsExactly("four");
    }

    @Test
    void timesMatchInRangesWhateverTheirPrecision() {
        assertThat(find(new Match.Range(Tag.StudyTime, "1200", "1200"))).containsExactlyInAnyOrder("two", "three");
        assertThat(find(new Match.Range(Tag.StudyTime, "080000.000000", "1159"))).containsExactly("one");
        assertThat(find(new Match.Range(Tag.StudyTime, "2300", "235959"))).containsExactly("four");
    }

    @Test
    void oneOfManyValuesIsEnoughAndNoneMatchesNothing() {
        assertThat(find(new Match.OneOf(Tag.StudyID, List.of("one", "four", "nine"))))
                .containsExactlyInAnyOrder("one", "four");
        assertThat(find(new Match.OneOf(Tag.StudyInstanceUID, List.of()))).isEmpty();
    }

    @Test
    void modalitiesOfTheSeriesBelongToTheStudy() {
        assertThat(find(new Match.Equal(Tag.ModalitiesInStudy, "CT"))).containsExactlyInAnyOrder("one", "three");
        assertThat(find(new Match.OneOf(Tag.ModalitiesInStudy, List.of("MR", "US"))))
                .containsExactlyInAnyOrder("two", "four");
        assertThat(find(new Match.WildCard(Tag.ModalitiesInStudy, "?R"))).containsExactly("two");
    }

    @Test
    void lowerLevelsMatchByTheirOwnAttributesToo() {
        assertThat(find(QueryLevel.SERIES, List.of(), 0, 100, new Match.Equal(Tag.Modality, "CT")))
                .containsExactlyInAnyOrder("one", "three");
        assertThat(find(QueryLevel.IMAGE, List.of(), 0, 100, new Match.Equal(Tag.InstanceNumber, "1"),
                new Match.Equal(Tag.Modality, "US"))).containsExactly("four");
        assertThatThrownBy(() -> find(new Match.Equal(Tag.Modality, "CT")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theNewestComesFirstUnlessAnotherOrderIsAsked() {
        assertThat(find()).containsExactly("two", "three", "one", "four", "five");
        assertThat(find(QueryLevel.STUDY, List.of(new SortKey(Tag.StudyID, false)), 0, 100))
                .containsExactly("five", "four", "one", "three", "two");
        assertThat(find(QueryLevel.STUDY, List.of(new SortKey(Tag.StudyDate, false)), 0, 100))
                .containsExactly("five", "four", "one", "three", "two");
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrRepetition() {
        assertThat(find(QueryLevel.STUDY, List.of(), 0, 2)).containsExactly("two", "three");
        assertThat(find(QueryLevel.STUDY, List.of(), 2, 2)).containsExactly("one", "four");
        assertThat(find(QueryLevel.STUDY, List.of(), 4, 2)).containsExactly("five");
        assertThat(find(QueryLevel.STUDY, List.of(), 5, 2)).isEmpty();
    }
}
