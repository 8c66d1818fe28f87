package org.hospitalviewer.archive.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.hospitalviewer.ApplianceTest;
import org.hospitalviewer.archive.Comparison.Difference;
import org.hospitalviewer.archive.Comparison;
import org.hospitalviewer.archive.CorrectedValues;
import org.hospitalviewer.archive.QuarantineReview.Decision;
import org.hospitalviewer.archive.QuarantineReview;
import org.hospitalviewer.archive.Quarantined;
import org.hospitalviewer.archive.Slice;
import org.hospitalviewer.archive.StoreOutcome;
import org.hospitalviewer.archive.StoredFile;
import org.hospitalviewer.archive.Trash;
import org.hospitalviewer.archive.TrashEntry;
import org.hospitalviewer.dicom.data.Attributes;
import org.hospitalviewer.dicom.data.Tag;
import org.hospitalviewer.dicom.data.VR;
import org.hospitalviewer.dicom.io.Part10File;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Clashing objects compared and decided about, on an archive of its own. */
@ApplianceTest
class QuarantineReviewTest {

    @Autowired
    private JdbcClient application;
    @Autowired
    @Qualifier("indexDataSource")
    private HikariDataSource shared;
    @TempDir
    private Path home;
    private OwnArchive own;
    private Slice stored;
    private Slice arrived;
    private long id;

    @BeforeEach
    void start() throws IOException {
        own = new OwnArchive(home, shared, application, "viewer_index_quarantine");
        stored = own.study(2).getFirst();
        arrived = clashing(stored).with(Tag.PatientName, VR.PN, "Other^Name").with(Tag.PatientSex, VR.CS, "F");
        assertThat(own.send(arrived)).isEqualTo(StoreOutcome.QUARANTINED);
        id = waiting().getFirst().id();
    }

    @AfterEach
    void stop() {
        waiting().forEach(one -> application.sql("DELETE FROM quarantine WHERE id = ?").param(one.id()).update());
        own.close();
    }

    private static Slice clashing(Slice slice) {
        Attributes copy = new Attributes();
        copy.addAll(slice.attributes());
        return new Slice(copy, slice.syntax());
    }

    private QuarantineReview review() {
        return own.archive.quarantine().orElseThrow();
    }

    private List<Quarantined> waiting() {
        return review().waiting().stream().filter(one -> one.studyInstanceUid().equals(stored.studyUid())).toList();
    }

    private Trash trash() {
        return own.archive.trash().orElseThrow();
    }

    private String nameOf(Slice slice) throws IOException {
        return own.stored(slice).metadata().getString(Tag.PatientName);
    }

    @Test
    void bothAreComparedElementByElement() throws Exception {
        Quarantined object = waiting().getFirst();
        assertThat(object.sender()).isEqualTo("CT1");
        assertThat(object.patientName()).isEqualTo("Other^Name");
        Comparison comparison = review().compare(id).orElseThrow();
        assertThat(comparison.samePixels()).isTrue();
        assertThat(comparison.complete()).isTrue();
        assertThat(comparison.differences()).containsExactly(
                new Difference("(0010,0010)", "PatientName", "Test^Slice", "Other^Name"),
                new Difference("(0010,0040)", "PatientSex", "", "F"));
        assertThat(review().arrived(id).orElseThrow().version()).isNotEqualTo(
                review().stored(id).orElseThrow().version());
        assertThat(review().compare(-1)).isEmpty();
    }

    @Test
    void otherPixelsAndItemsOfSequencesAreSeen() throws Exception {
        Slice other = clashing(stored);
        byte[] pixels = other.attributes().getBytes(Tag.PixelData);
        pixels[0] ^= 1;
        other.attributes().setBytes(Tag.PixelData, VR.OW, pixels);
        other.attributes().newSequence(Tag.RequestAttributesSequence).addItem()
                .setString(Tag.ScheduledProcedureStepDescription, VR.LO, "<b>x</b>");
        own.send(other);
        Comparison comparison = review().compare(waiting().getFirst().id()).orElseThrow();
        assertThat(comparison.samePixels()).isFalse();
        assertThat(comparison.differences()).containsExactly(
                new Difference("(0040,0275)", "RequestAttributesSequence", "", "1 items"));
    }

    @Test
    void theStoredOneIsKeptAndTheNewOneGoesIntoTheTrashAndCanComeBack() throws Exception {
        var before = own.content();
        assertThat(review().decide(id, Decision.KEEP_STORED, "ada")).isTrue();
        assertThat(review().decide(id, Decision.KEEP_STORED, "ada")).isFalse();
        assertThat(own.content()).isEqualTo(before);
        assertThat(own.files("quarantine")).isEmpty();
        TrashEntry entry = trash().entries().getFirst();
        assertThat(entry.kind()).isEqualTo(TrashEntry.Kind.OBJECT);
        assertThat(entry.patientName()).isEqualTo("Other^Name");
        assertThat(trash().restore(entry.id())).contains(new Trash.Restored(0, 0, 1));
        assertThat(waiting()).hasSize(1);
    }

    @Test
    void theNewOneTakesThePlaceAndTheOldOneGoesIntoTheTrash() throws Exception {
        String version = own.stored(stored).version();
        assertThat(review().decide(id, Decision.REPLACE, "ada")).isTrue();
        assertThat(nameOf(stored)).isEqualTo("Other^Name");
        assertThat(own.stored(stored).version()).isNotEqualTo(version);
        assertThat(own.files("archive")).hasSize(2);
        assertThat(own.files("quarantine")).isEmpty();
        var after = own.content();
        own.rebuild(new RecordedProgress());
        assertThat(own.content()).isEqualTo(after);
        own.restartWithoutIndex();
        assertThat(own.content()).isEqualTo(after);
        assertThat(own.send(arrived)).isEqualTo(StoreOutcome.DUPLICATE);

        assertThat(trash().restore(trash().entries().getFirst().id())).contains(new Trash.Restored(0, 0, 1));
        assertThat(nameOf(stored)).isEqualTo("Other^Name");
        assertThat(review().decide(waiting().getFirst().id(), Decision.REPLACE, "ada")).isTrue();
        assertThat(nameOf(stored)).isEqualTo("Test^Slice");
    }

    @Test
    void aNewOneOfAnotherStudyTakesThePlace() throws Exception {
        Slice elsewhere = clashing(arrived).with(Tag.StudyInstanceUID, VR.UI, Slice.newUid())
                .with(Tag.SeriesInstanceUID, VR.UI, Slice.newUid());
        assertThat(own.send(elsewhere)).isEqualTo(StoreOutcome.QUARANTINED);
        long second = waiting().getFirst().id();
        assertThat(review().decide(second, Decision.REPLACE, "ada")).isTrue();
        assertThat(own.stored(elsewhere).metadata().getString(Tag.PatientName)).isEqualTo("Other^Name");
        assertThat(own.archive.instances(stored.studyUid(), stored.seriesUid())).hasSize(1);
        var after = own.content();
        own.restartWithoutIndex();
        assertThat(own.content()).isEqualTo(after);
    }

    @Test
    void bothAreKeptAndTheNewOneTellsTheUidItHad() throws Exception {
        assertThat(review().decide(id, Decision.KEEP_BOTH, "ada")).isTrue();
        assertThat(nameOf(stored)).isEqualTo("Test^Slice");
        StoredFile second = own.archive.instances(stored.studyUid(), stored.seriesUid()).stream()
                .map(StoredFile.class::cast).filter(one -> one.sopInstanceUid().startsWith("2.25.")
                        && nameIs(one, "Other^Name")).findFirst().orElseThrow();
        Part10File file = Part10File.open(second.path());
        assertThat(file.meta().mediaStorageSopInstanceUid()).contains(second.sopInstanceUid());
        Attributes before = file.header().getItem(Tag.OriginalAttributesSequence)
                .getItem(Tag.ModifiedAttributesSequence);
        assertThat(before.getString(Tag.SOPInstanceUID)).isEqualTo(stored.sopUid());
        assertThat(PixelDigest.of(file)).isEqualTo(PixelDigest.of(Part10File.open(
                ((StoredFile) own.stored(stored)).path())));
        assertThat(waiting()).isEmpty();
        own.send(arrived);
        review().decide(waiting().getFirst().id(), Decision.KEEP_BOTH, "ada");
        assertThat(own.archive.instances(stored.studyUid(), stored.seriesUid())).hasSize(3);
    }

    private static boolean nameIs(StoredFile file, String name) {
        try {
            return name.equals(file.metadata().getString(Tag.PatientName));
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void whatWasDeletedMeanwhileIsToldAndTheNewOneCanBeStored() throws Exception {
        trash().delete(stored.studyUid(), "ada");
        assertThat(review().compare(id).orElseThrow().storedIsThere()).isFalse();
        assertThat(review().stored(id)).isEmpty();
        assertThat(review().decide(id, Decision.REPLACE, "ada")).isTrue();
        assertThat(nameOf(stored)).isEqualTo("Other^Name");
    }

    @Test
    void aCorrectedObjectIsReplacedWithAllItsVersions() throws Exception {
        own.archive.corrections().orElseThrow().correct(stored.studyUid(),
                new CorrectedValues(Map.of(Tag.PatientID, "4711")), new RecordedProgress());
        assertThat(review().decide(id, Decision.REPLACE, "ada")).isTrue();
        assertThat(nameOf(stored)).isEqualTo("Other^Name");
        assertThat(own.files("archive")).filteredOn(file -> file.contains(stored.sopUid())).hasSize(1);
        var after = own.content();
        own.restartWithoutIndex();
        assertThat(own.content()).isEqualTo(after);
    }

    @Test
    void aReplacementCutOffBeforeTheOldFileWentIsInForce() throws Exception {
        String path = ((StoredFile) own.stored(stored)).path().toString();
        Quarantine.Row row = new Quarantine(home.resolve("quarantine"), new DurableFolders(home), application).find(id)
                .orElseThrow();
        Files.move(row.file(), Path.of(path.replace(".dcm", ".v2.dcm")));
        own.index.sql("INSERT INTO day_to_check (day) SELECT DISTINCT received_on FROM instance").update();
        own.restart();
        assertThat(nameOf(stored)).isEqualTo("Other^Name");
        assertThat(waiting()).isEmpty();
    }
}
