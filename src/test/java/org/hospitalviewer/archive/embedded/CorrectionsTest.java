package org.hospitalviewer.archive.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.hospitalviewer.ApplianceTest;
import org.hospitalviewer.archive.ArchiveQuery;
import org.hospitalviewer.archive.CorrectedValues;
import org.hospitalviewer.archive.Corrections;
import org.hospitalviewer.archive.Match;
import org.hospitalviewer.archive.QueryLevel;
import org.hospitalviewer.archive.Slice;
import org.hospitalviewer.archive.StoreOutcome;
import org.hospitalviewer.archive.StoredFile;
import org.hospitalviewer.archive.Upkeep;
import org.hospitalviewer.dicom.data.Attributes;
import org.hospitalviewer.dicom.data.Tag;
import org.hospitalviewer.dicom.data.TransferSyntax;
import org.hospitalviewer.dicom.data.VR;
import org.hospitalviewer.dicom.io.Part10File;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Patient data corrected and put back, on an archive of its own that is cut off between any two steps. */
@ApplianceTest
class CorrectionsTest {

    private static final Instant EVER = Instant.EPOCH;

    @Autowired
    private JdbcClient application;
    @Autowired
    @Qualifier("indexDataSource")
    private HikariDataSource shared;
    @TempDir
    private Path home;
    private OwnArchive own;

    @BeforeEach
    void start() throws IOException {
        own = new OwnArchive(home, shared, application, "viewer_index_corrections");
    }

    @AfterEach
    void stop() {
        own.close();
    }

    private Corrections corrections() {
        return own.archive.corrections().orElseThrow();
    }

    private static CorrectedValues named(String name, String id) {
        return new CorrectedValues(Map.of(Tag.PatientName, name, Tag.PatientID, id));
    }

    private String correct(Slice slice, CorrectedValues values) throws IOException {
        return corrections().correct(slice.studyUid(), values, new RecordedProgress());
    }

    private String undo(Slice slice, Instant since) throws IOException {
        return corrections().undo(slice.studyUid(), since, new RecordedProgress());
    }

    private List<Attributes> studiesOf(String patientId) {
        return own.archive.find(ArchiveQuery.of(QueryLevel.STUDY,
                List.of(new Match.Equal(Tag.PatientID, patientId)), 0, 10));
    }

    private Part10File file(Slice slice) throws IOException {
        return Part10File.open(((StoredFile) own.stored(slice)).path());
    }

    @Test
    void allObjectsSayTheCorrectedValuesAndWhatTheySaidBefore() throws Exception {
        List<Slice> study = own.study(3);
        PixelDigest pixels = PixelDigest.of(file(study.getFirst()));
        String version = own.stored(study.getFirst()).version();

        assertThat(correct(study.getFirst(), named("M\u00fcller^Anna", "4711"))).isEqualTo("3 objects corrected.");

        assertThat(studiesOf("SLICE")).isEmpty();
        assertThat(studiesOf("4711")).singleElement().satisfies(found ->
                assertThat(found.getString(Tag.PatientName)).isEqualTo("M\u00fcller^Anna"));
        for (Slice slice : study) {
            Attributes header = file(slice).header();
            assertThat(header.getString(Tag.PatientName)).isEqualTo("M\u00fcller^Anna");
            Attributes item = header.getItem(Tag.OriginalAttributesSequence);
            assertThat(item.getString(Tag.ModifyingSystem)).isEqualTo("Hospital DICOM Viewer Pro");
            assertThat(item.getString(Tag.ReasonForTheAttributeModification)).isEqualTo("CORRECT");
            assertThat(item.getString(Tag.AttributeModificationDateTime)).matches("\\d{14}\\.\\d{6}[+-]\\d{4}");
            assertThat(item.contains(Tag.SourceOfPreviousValues)).isTrue();
            Attributes before = item.getItem(Tag.ModifiedAttributesSequence);
            assertThat(before.tags()).containsExactly(Tag.PatientName, Tag.PatientID);
            assertThat(before.getString(Tag.PatientName)).isEqualTo("Test^Slice");
            assertThat(before.getString(Tag.PatientID)).isEqualTo("SLICE");
        }
        assertThat(PixelDigest.of(file(study.getFirst()))).isEqualTo(pixels);
        assertThat(own.stored(study.getFirst()).version()).isNotEqualTo(version);
        assertThat(own.files("archive")).hasSize(6);
        assertThat(correct(study.getFirst(), named("M\u00fcller^Anna", "4711"))).isEqualTo("0 objects corrected.");
        assertThat(own.files("archive")).hasSize(6);
    }

    @Test
    void theOldFileIsKeptByteForByteAndUndoingPutsItBack() throws Exception {
        List<Slice> study = own.study(2);
        var before = own.content();
        List<String> files = own.files("archive");
        byte[] bytes = Files.readAllBytes(home.resolve(files.getFirst()));
        correct(study.getFirst(), named("X", "X"));
        assertThat(home.resolve(files.getFirst())).hasBinaryContent(bytes);

        assertThat(undo(study.getFirst(), EVER)).isEqualTo("2 objects are as they were before.");

        assertThat(own.content()).isEqualTo(before);
        assertThat(own.files("archive")).isEqualTo(files);
        assertThat(undo(study.getFirst(), EVER)).isEqualTo("0 objects are as they were before.");
        own.restartWithoutIndex();
        assertThat(own.content()).isEqualTo(before);
    }

    @Test
    void onlyCorrectionsSinceATimeAreUndoneTheNewestFirst() throws Exception {
        Slice slice = own.study(1).getFirst();
        correct(slice, named("One", "1"));
        Instant second = Instant.now();
        correct(slice, named("Two", "2"));
        assertThat(file(slice).header().getSequence(Tag.OriginalAttributesSequence)).hasSize(2);
        undo(slice, second);
        assertThat(studiesOf("1")).hasSize(1);
        undo(slice, second);
        assertThat(studiesOf("1")).hasSize(1);
        undo(slice, EVER);
        assertThat(studiesOf("SLICE")).hasSize(1);
    }

    @Test
    void correctionsSurviveRestartsAndRebuildsWithTheSameIndex() throws Exception {
        List<Slice> study = own.study(3);
        own.study(1);
        correct(study.getFirst(), named("M\u00fcller^Anna", "4711"));
        var after = own.content();
        assertThat(own.rebuild(new RecordedProgress())).isEqualTo("The index is made anew.");
        assertThat(own.content()).isEqualTo(after);
        own.restartWithoutIndex();
        assertThat(own.content()).isEqualTo(after);
        RecordedProgress check = new RecordedProgress();
        assertThat(own.archive.upkeep().orElseThrow().checkFiles(check, Upkeep.Pace.FULL)).isEqualTo("All files are whole.");
    }

    @Test
    void theOriginalSentAgainIsKnownAndOtherContentIsNot() throws Exception {
        Slice slice = own.study(1).getFirst();
        correct(slice, named("One", "1"));
        assertThat(own.send(slice)).isEqualTo(StoreOutcome.DUPLICATE);
        own.restartWithoutIndex();
        assertThat(own.send(slice)).isEqualTo(StoreOutcome.DUPLICATE);
        assertThat(own.send(slice.with(Tag.PatientID, VR.LO, "third"))).isEqualTo(StoreOutcome.QUARANTINED);
        assertThat(studiesOf("1")).hasSize(1);
    }

    @Test
    void whatArrivesLaterStaysAsSentUntilTheCorrectionIsAppliedAgain() throws Exception {
        Slice first = own.study(1).getFirst();
        correct(first, named("One", "1"));
        Slice late = Slice.of(first.studyUid(), first.seriesUid(), 2, 8);
        assertThat(own.send(late)).isEqualTo(StoreOutcome.STORED);
        assertThat(own.stored(late).metadata().getString(Tag.PatientID)).isEqualTo("SLICE");
        assertThat(studiesOf("1")).hasSize(1);
        assertThat(correct(first, named("One", "1"))).isEqualTo("1 objects corrected.");
        assertThat(own.stored(late).metadata().getString(Tag.PatientID)).isEqualTo("1");
    }

    @Test
    void aChineseNameTurnsALatinFileToUtf8WithAllItsText() throws Exception {
        Slice slice = Slice.alone().with(Tag.SpecificCharacterSet, VR.CS, "ISO_IR 100")
                .with(Tag.PatientName, VR.PN, "M\u00fcller^J\u00f6rg").with(Tag.StudyDescription, VR.LO, "Sch\u00e4del")
                .encodedAs(TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN);
        slice.attributes().newSequence(Tag.RequestAttributesSequence).addItem()
                .setString(Tag.ScheduledProcedureStepDescription, VR.LO, "\u00dcbersicht");
        own.send(slice);

        correct(slice, new CorrectedValues(Map.of(Tag.PatientName, "Wang^XiaoDong=\u738b^\u5c0f\u6771")));

        Attributes header = file(slice).header();
        assertThat(header.getString(Tag.SpecificCharacterSet)).isEqualTo("ISO_IR 192");
        assertThat(header.getString(Tag.PatientName)).isEqualTo("Wang^XiaoDong=\u738b^\u5c0f\u6771");
        assertThat(header.getString(Tag.StudyDescription)).isEqualTo("Sch\u00e4del");
        assertThat(header.getItem(Tag.RequestAttributesSequence).getString(Tag.ScheduledProcedureStepDescription))
                .isEqualTo("\u00dcbersicht");
        Attributes before = header.getItem(Tag.OriginalAttributesSequence).getItem(Tag.ModifiedAttributesSequence);
        assertThat(before.getString(Tag.SpecificCharacterSet)).isEqualTo("ISO_IR 100");
        assertThat(before.getString(Tag.PatientName)).isEqualTo("M\u00fcller^J\u00f6rg");
        assertThat(file(slice).meta().transferSyntaxUid()).isEqualTo(slice.syntax().uid());
    }

    @Test
    void aLatinNameStaysLatinAndAFileWithoutCharacterSetNamesTheNewOne() throws Exception {
        Slice latin = Slice.alone().with(Tag.SpecificCharacterSet, VR.CS, "ISO_IR 100").with(Tag.PatientName, VR.PN, "A");
        Slice bare = Slice.alone().without(Tag.SpecificCharacterSet).with(Tag.PatientName, VR.PN, "B");
        own.send(latin);
        own.send(bare);
        correct(latin, named("M\u00fcller", "1"));
        correct(bare, named("M\u00fcller", "1"));
        assertThat(file(latin).header().getString(Tag.SpecificCharacterSet)).isEqualTo("ISO_IR 100");
        assertThat(file(latin).header().getString(Tag.PatientName)).isEqualTo("M\u00fcller");
        assertThat(file(bare).header().getString(Tag.SpecificCharacterSet)).isEqualTo("ISO_IR 192");
        assertThat(file(bare).header().getString(Tag.PatientName)).isEqualTo("M\u00fcller");
        Attributes before = file(bare).header().getItem(Tag.OriginalAttributesSequence)
                .getItem(Tag.ModifiedAttributesSequence);
        assertThat(before.contains(Tag.SpecificCharacterSet)).isTrue();
        assertThat(before.getString(Tag.PatientName)).isEqualTo("B");
    }

    @Test
    void aValueThatWasAbsentIsToldAsEmptyAndOneCanBeTakenAway() throws Exception {
        Slice slice = own.study(1).getFirst();
        correct(slice, new CorrectedValues(Map.of(Tag.PatientSex, "F", Tag.StudyDate, "")));
        Attributes header = file(slice).header();
        assertThat(header.getString(Tag.PatientSex)).isEqualTo("F");
        assertThat(header.contains(Tag.StudyDate)).isTrue();
        assertThat(header.containsValue(Tag.StudyDate)).isFalse();
        Attributes before = header.getItem(Tag.OriginalAttributesSequence).getItem(Tag.ModifiedAttributesSequence);
        assertThat(before.contains(Tag.PatientSex)).isTrue();
        assertThat(before.containsValue(Tag.PatientSex)).isFalse();
        assertThat(before.getString(Tag.StudyDate)).isEqualTo("20240229");
    }

    @Test
    void aCorrectionCutOffBetweenFilesAndIndexIsFollowedAtTheNextStart() throws Exception {
        own.restartOn("2024-02-29");
        List<Slice> study = own.study(3);
        own.restart();
        correct(study.getFirst(), named("One", "1"));
        var after = own.content();
        own.index.sql("UPDATE instance SET path = REPLACE(path, '.v2.dcm', '.dcm'), data_set_sha256 = ''").update();
        own.index.sql("UPDATE study SET patient_id = 'SLICE', patient_name = 'Test^Slice'").update();

        own.restart();

        assertThat(own.content()).isEqualTo(after);
        assertThat(own.index.sql("SELECT COUNT(*) FROM day_to_check").query(Long.class).single()).isZero();
    }

    @Test
    void aCorrectionDoneAgainAfterTheIndexFailedWritesNoFileTwice() throws Exception {
        List<Slice> study = own.study(3);
        correct(study.getFirst(), named("One", "1"));
        var after = own.content();
        own.index.sql("UPDATE instance SET path = REPLACE(path, '.v2.dcm', '.dcm')").update();
        correct(study.getFirst(), named("One", "1"));
        assertThat(own.content()).isEqualTo(after);
        assertThat(own.files("archive")).hasSize(6);
    }

    @Test
    void aCorrectionCutOffInTheMiddleGoesOnAndIsUndoneAsAWhole() throws Exception {
        List<Slice> study = own.study(5);
        var before = own.content();
        RecordedProgress cut = new RecordedProgress().atEachThing(done -> {
            if (done == 2) {
                throw new IllegalStateException("Power cut");
            }
        });
        assertThatThrownBy(() -> corrections().correct(study.getFirst().studyUid(), named("One", "1"), cut))
                .hasMessage("Power cut");
        own.restart();
        assertThat(correct(study.getFirst(), named("One", "1"))).isEqualTo("3 objects corrected.");
        assertThat(studiesOf("1")).hasSize(1);
        own.restart();
        RecordedProgress cutAgain = new RecordedProgress().atEachThing(done -> {
            if (done == 2) {
                throw new IllegalStateException("Power cut");
            }
        });
        assertThatThrownBy(() -> corrections().undo(study.getFirst().studyUid(), EVER, cutAgain))
                .hasMessage("Power cut");
        own.restart();
        undo(study.getFirst(), EVER);
        assertThat(own.content()).isEqualTo(before);
        assertThat(own.files("archive")).hasSize(5);
    }

    @Test
    void anUndoingCutOffBeforeTheFileWentIsNotForgotten() throws Exception {
        Slice slice = own.study(1).getFirst();
        correct(slice, named("One", "1"));
        own.index.sql("UPDATE instance SET path = REPLACE(path, '.v2.dcm', '.dcm')").update();
        undo(slice, EVER);
        own.restart();
        assertThat(studiesOf("SLICE")).hasSize(1);
        assertThat(own.files("archive")).hasSize(1);
    }

    @Test
    void aCorrectionWhileTheIndexIsMadeAnewIsInTheNewOne() throws Exception {
        List<Slice> study = own.study(3);
        own.study(2);
        for (long at : new long[] {0, 2, 4}) {
            boolean[] done = new boolean[1];
            String id = "P" + at;
            own.rebuild(new RecordedProgress().atEachThing(count -> {
                if (count == at && !done[0]) {
                    done[0] = true;
                    correctUnchecked(study.getFirst(), named("At^" + at, id));
                }
            }));
            assertThat(studiesOf(id)).as("corrected after %d", at).hasSize(1);
            assertThat(study).allSatisfy(slice -> assertThat(own.stored(slice).metadata().getString(Tag.PatientID))
                    .isEqualTo(id));
        }
    }

    private void correctUnchecked(Slice slice, CorrectedValues values) {
        try {
            correct(slice, values);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aCorrectedStudyGoesToTheTrashAndComesBackCorrectedAlthoughItsOriginalsWereSentAgain() throws Exception {
        List<Slice> study = own.study(2);
        correct(study.getFirst(), named("One", "1"));
        var after = own.content();
        var entry = own.archive.trash().orElseThrow().delete(study.getFirst().studyUid(), "ada").orElseThrow();
        assertThat(own.files("archive")).isEmpty();
        assertThat(own.send(study.getFirst())).isEqualTo(StoreOutcome.STORED);

        own.archive.trash().orElseThrow().restore(entry.id());

        assertThat(own.content()).isEqualTo(after);
        assertThat(own.files("archive")).hasSize(4);
        undo(study.getFirst(), EVER);
        assertThat(studiesOf("SLICE")).hasSize(1);
    }

    @Test
    void aDamagedFileIsAFindingAndTheOthersAreCorrected() throws Exception {
        List<Slice> study = own.study(3);
        assertThat(own.has(study.get(1))).isTrue();
        Files.write(((StoredFile) own.stored(study.get(1))).path(), new byte[200]);
        RecordedProgress progress = new RecordedProgress();
        assertThat(corrections().correct(study.getFirst().studyUid(), named("One", "1"), progress))
                .isEqualTo("2 objects corrected; 1 could not be changed.");
        assertThat(progress.findings).singleElement().asString().contains(study.get(1).sopUid());
    }
}
