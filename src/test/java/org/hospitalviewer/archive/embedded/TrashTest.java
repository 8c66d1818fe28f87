package org.hospitalviewer.archive.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hospitalviewer.ApplianceTest;
import org.hospitalviewer.archive.Slice;
import org.hospitalviewer.archive.StoreOutcome;
import org.hospitalviewer.archive.StudyChange;
import org.hospitalviewer.archive.Trash;
import org.hospitalviewer.archive.TrashEntry;
import org.hospitalviewer.archive.Upkeep;
import org.hospitalviewer.dicom.data.Tag;
import org.hospitalviewer.dicom.data.VR;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Studies deleted and restored, on an archive of its own that is cut off between any two steps. */
@ApplianceTest
class TrashTest {

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
        own = new OwnArchive(home, shared, application, "viewer_index_trash");
    }

    @AfterEach
    void stop() {
        own.close();
    }

    private Trash trash() {
        return own.archive.trash().orElseThrow();
    }

    private TrashEntry delete(Slice slice) throws IOException {
        return trash().delete(slice.studyUid(), "ada").orElseThrow();
    }

    /** The entry as the program left it when it was cut off right after the intent was on disk. */
    private TrashFolder intent(List<Slice> study) throws IOException {
        own.archive.lastChange();
        List<String> files = own.files("archive").stream()
                .filter(file -> file.contains(study.getFirst().studyUid())).toList();
        TrashEntry entry = new TrashEntry("20260101-000000-00000000", TrashEntry.Kind.STUDY, Instant.now(), "ada",
                study.getFirst().studyUid(), "", "", "", "", "", files.size(), 0);
        return TrashFolder.begin(home, home.resolve("trash").resolve(entry.id()), new DurableFolders(home), entry,
                files);
    }

    private void assertWholeInTrash(List<Slice> study) throws IOException {
        assertThat(study).noneMatch(own::has);
        assertThat(own.files("archive")).noneMatch(file -> file.contains(study.getFirst().studyUid()));
        assertThat(trash().entries()).hasSize(1);
        assertThat(trash().restore(trash().entries().getFirst().id())).contains(
                new Trash.Restored(study.size(), 0, 0));
        assertThat(study).allMatch(own::has);
    }

    @Test
    void aDeletedStudyIsNowhereButInTheTrashAndTheOthersStay() throws Exception {
        List<Slice> study = own.study(3);
        Slice other = Slice.alone();
        own.send(other);
        List<StudyChange.Kind> heard = new ArrayList<>();
        TrashEntry entry;
        try (var _ = own.archive.subscribe(change -> {
            if (change.studyInstanceUid().equals(study.getFirst().studyUid())) {
                heard.add(change.kind());
            }
        })) {
            entry = delete(study.getFirst());
        }
        assertThat(heard).endsWith(StudyChange.Kind.DELETED);
        assertThat(study).noneMatch(own::has);
        assertThat(own.has(other)).isTrue();
        assertThat(own.archive.instances(study.getFirst().studyUid(), study.getFirst().seriesUid())).isEmpty();
        assertThat(entry.instances()).isEqualTo(3);
        assertThat(entry.patientName()).isEqualTo("Test^Slice");
        assertThat(entry.bytes()).isPositive();
        assertThat(entry.deletedBy()).isEqualTo("ada");
        assertThat(trash().entries()).containsExactly(entry);
        assertThat(own.files("trash")).filteredOn(file -> file.endsWith(".dcm")).hasSize(3)
                .allMatch(file -> file.startsWith("trash/" + entry.id() + "/archive/"));
        assertThat(trash().delete(study.getFirst().studyUid(), "ada")).isEmpty();
    }

    @Test
    void aRestoredStudyIsAsItWas() throws Exception {
        List<Slice> study = own.study(3);
        var before = own.content();
        List<String> files = own.files("archive");
        TrashEntry entry = delete(study.getFirst());

        assertThat(trash().restore(entry.id())).contains(new Trash.Restored(3, 0, 0));

        assertThat(own.content()).isEqualTo(before);
        assertThat(own.files("archive")).isEqualTo(files);
        assertThat(trash().entries()).isEmpty();
        assertThat(own.files("trash")).isEmpty();
        assertThat(trash().restore(entry.id())).isEmpty();
        assertThat(study).allMatch(slice -> own.send(slice) == StoreOutcome.DUPLICATE);
    }

    @Test
    void aStudyOfSeveralDaysGoesAndComesAsAWhole() throws Exception {
        own.restartOn("2024-02-28");
        List<Slice> study = new ArrayList<>(own.study(2));
        own.restartOn("2024-02-29");
        study.add(Slice.of(study.getFirst().studyUid(), study.getFirst().seriesUid(), 3, 8));
        own.send(study.getLast());
        own.restart();
        var before = own.content();

        TrashEntry entry = delete(study.getFirst());
        own.restartWithoutIndex();
        assertThat(study).noneMatch(own::has);
        trash().restore(entry.id());

        assertThat(own.content()).isEqualTo(before);
        assertThat(own.files("archive")).hasSize(3).anyMatch(file -> file.contains("2024/02/28"))
                .anyMatch(file -> file.contains("2024/02/29"));
    }

    @Test
    void aDeletionCutOffAfterItsIntentIsDoneAtTheNextStart() throws Exception {
        List<Slice> study = own.study(3);
        intent(study);
        own.restart();
        assertWholeInTrash(study);
    }

    @Test
    void aDeletionCutOffBetweenTwoFilesIsDoneAtTheNextStart() throws Exception {
        List<Slice> study = own.study(3);
        TrashFolder folder = intent(study);
        String first = folder.files().getFirst();
        Files.createDirectories(folder.inside(first).getParent());
        Files.move(folder.outside(first), folder.inside(first));
        own.restart();
        assertWholeInTrash(study);
    }

    @Test
    void aDeletionCutOffBeforeItsLastStepIsDoneAtTheNextStart() throws Exception {
        List<Slice> study = own.study(3);
        intent(study).takeIn();
        own.restartWithoutIndex();
        assertWholeInTrash(study);
    }

    @Test
    void aDeletionCutOffBeforeItsIntentNeverWas() throws Exception {
        List<Slice> study = own.study(2);
        TrashFolder folder = intent(study);
        Files.delete(folder.inside("deleting.json"));
        own.restart();
        assertThat(study).allMatch(own::has);
        assertThat(trash().entries()).isEmpty();
        assertThat(own.files("trash")).isEmpty();
    }

    @Test
    void aRestorationCutOffAnywhereIsDoneAtTheNextStart() throws Exception {
        own.restartOn("2024-02-29");
        List<Slice> study = own.study(3);
        own.restart();
        for (int back = 0; back <= 3; back++) {
            TrashEntry entry = delete(study.getFirst());
            TrashFolder folder = TrashFolder.open(home, home.resolve("trash").resolve(entry.id()),
                    new DurableFolders(home)).orElseThrow();
            folder.become(TrashState.RESTORING);
            for (String file : folder.files().subList(0, back)) {
                folder.putBack(file);
            }
            own.restart();
            assertThat(study).as("cut off after %d files", back).allMatch(own::has);
            assertThat(own.files("trash")).isEmpty();
        }
    }

    @Test
    void aPurgeCutOffIsDoneAtTheNextStart() throws Exception {
        TrashEntry entry = delete(own.study(2).getFirst());
        TrashFolder folder = TrashFolder.open(home, home.resolve("trash").resolve(entry.id()),
                new DurableFolders(home)).orElseThrow();
        folder.become(TrashState.PURGING);
        Files.delete(folder.inside(folder.files().getFirst()));
        own.restart();
        assertThat(trash().entries()).isEmpty();
        assertThat(own.files("trash")).isEmpty();
    }

    @Test
    void whatIsPurgedIsGone() throws Exception {
        List<Slice> study = own.study(2);
        TrashEntry entry = delete(study.getFirst());
        assertThat(trash().purge(entry.id())).isTrue();
        assertThat(trash().purge(entry.id())).isFalse();
        assertThat(trash().purge("../archive")).isFalse();
        assertThat(trash().restore("..")).isEmpty();
        assertThat(own.files("trash")).isEmpty();
        own.restartWithoutIndex();
        assertThat(study).noneMatch(own::has);
    }

    @Test
    void aDeletedStudyStaysDeletedOverARebuild() throws Exception {
        List<Slice> study = own.study(2);
        delete(study.getFirst());
        assertThat(own.rebuild(new RecordedProgress())).isEqualTo("The index is made anew.");
        assertThat(study).noneMatch(own::has);
    }

    @Test
    void whatArrivesAfterwardsBeginsTheStudyAnewAndIsMergedByTheRestoration() throws Exception {
        List<Slice> study = own.study(3);
        TrashEntry entry = delete(study.getFirst());
        assertThat(own.send(study.get(0))).isEqualTo(StoreOutcome.STORED);
        Slice clash = new Slice(study.get(1).attributes().select(study.get(1).attributes().tags()),
                study.get(1).syntax()).with(Tag.PatientID, VR.LO, "OTHER");
        assertThat(own.send(clash)).isEqualTo(StoreOutcome.STORED);
        String version = own.stored(clash).version();

        assertThat(trash().restore(entry.id())).contains(new Trash.Restored(1, 1, 1));

        assertThat(study).allMatch(own::has);
        assertThat(own.stored(clash).version()).isEqualTo(version);
        assertThat(own.files("quarantine")).hasSize(1).first().asString().contains(clash.sopUid());
        assertThat(own.files("trash")).isEmpty();
    }

    @Test
    void aStudyDeletedWhileTheIndexIsMadeAnewStaysDeleted() throws Exception {
        List<Slice> kept = own.study(2);
        List<Slice> study = own.study(4);
        for (long at = 0; at < 6; at += 2) {
            long moment = at;
            TrashEntry[] entry = new TrashEntry[1];
            RecordedProgress progress = new RecordedProgress().atEachThing(done -> {
                if (done == moment && entry[0] == null) {
                    entry[0] = deleteUnchecked(study.getFirst());
                }
            });
            assertThat(own.rebuild(progress)).as("deleted after %d", at).isEqualTo("The index is made anew.");
            assertThat(study).as("deleted after %d", at).noneMatch(own::has);
            assertThat(kept).allMatch(own::has);
            trash().restore(entry[0].id());
        }
    }

    @Test
    void aStudyRestoredWhileTheIndexIsMadeAnewIsThere() throws Exception {
        own.restartOn("2024-02-29");
        List<Slice> study = own.study(2);
        own.restart();
        own.study(2);
        TrashEntry entry = delete(study.getFirst());
        boolean[] restored = new boolean[1];
        RecordedProgress progress = new RecordedProgress().atEachThing(done -> {
            if (done == 1 && !restored[0]) {
                restored[0] = true;
                restoreUnchecked(entry.id());
            }
        });
        assertThat(own.rebuild(progress)).isEqualTo("The index is made anew.");
        assertThat(study).allMatch(own::has);
    }

    @Test
    void aStudyDeletedWhileTheFilesAreCheckedIsNoFinding() throws Exception {
        List<Slice> study = own.study(4);
        boolean[] deleted = new boolean[1];
        RecordedProgress progress = new RecordedProgress().atEachThing(done -> {
            if (done == 2 && !deleted[0]) {
                deleted[0] = true;
                deleteUnchecked(study.getFirst());
            }
        });
        assertThat(own.archive.upkeep().orElseThrow().checkFiles(progress, Upkeep.Pace.FULL)).isEqualTo("All files are whole.");
        assertThat(progress.findings).isEmpty();
    }

    @Test
    void sendersAndDeletionsAtTheSameTimeLoseNothing() throws Exception {
        List<Slice> study = Stream.iterate(1, number -> number + 1).limit(30)
                .map(number -> Slice.of("2.25.77", "2.25.78", number, 8)).toList();
        Thread sender = Thread.ofPlatform().start(() -> study.forEach(own::send));
        while (sender.isAlive()) {
            trash().delete("2.25.77", "ada");
        }
        sender.join();
        for (TrashEntry entry : trash().entries()) {
            trash().restore(entry.id());
        }
        assertThat(study).allMatch(own::has);
        assertThat(own.content().get("instance")).hasSize(30);
        assertThat(own.files("archive")).hasSize(30);
    }

    @Test
    void hostileDescriptionsAreKeptAsTheyAre() throws Exception {
        Slice slice = Slice.alone().with(Tag.PatientName, VR.PN, "\"</script>^漢\n../..").with(Tag.PatientID, VR.LO, "{}\"");
        own.send(slice);
        TrashEntry entry = delete(slice);
        assertThat(trash().entries()).containsExactly(entry);
        assertThat(Map.of("id", entry.patientId())).containsEntry("id", "{}\"");
    }

    private TrashEntry deleteUnchecked(Slice slice) {
        try {
            return delete(slice);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void restoreUnchecked(String id) {
        try {
            trash().restore(id);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
