package org.hospitalviewer.ingest.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hospitalviewer.ApplianceTest;
import org.hospitalviewer.appliance.job.JobProgress;
import org.hospitalviewer.archive.Archive;
import org.hospitalviewer.archive.RefusedException;
import org.hospitalviewer.archive.Slice;
import org.hospitalviewer.ingest.FileIntake;
import org.hospitalviewer.ingest.TroubledIntake;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** Full disks, vanishing folders, files that are still being written. */
@ApplianceTest
class TroubledImportTest {

    private static final int FILES = 300;
    private static final int ROOM = 170;

    @Autowired
    private Archive archive;
    @Autowired
    private FileIntake intake;
    @Autowired
    private HistoryTable history;
    @Autowired
    private ImportJobTable table;
    @TempDir
    private Path folder;
    @TempDir
    private Path home;

    private static boolean isIn(Archive archive, Slice slice) {
        return archive.instance(slice.studyUid(), slice.seriesUid(), slice.sopUid()).isPresent();
    }

    private ImportJob newJob() {
        long id = table.insert(folder.toString(), ImportOptions.USUAL, "test");
        ImportJob job = table.running().orElseThrow();
        assertThat(job.id()).isEqualTo(id);
        table.end(id, ImportJob.State.STOPPED, ""); // the appliance's own job leaves it alone
        return job;
    }

    private ImportPass pass(ImportJob job, FileIntake way) {
        return new ImportPass(job, way, history, table, home, new Told());
    }

    @Test
    void aFullDiskEndsThePassWithTheReasonAndTheNextOneTakesTheRest() throws IOException {
        List<Slice> slices = new ArrayList<>();
        for (int i = 0; i < FILES; i++) {
            slices.add(Slice.alone());
            slices.getLast().writeInto(folder);
        }
        TroubledIntake full = new TroubledIntake(archive, ROOM);
        ImportJob job = newJob();
        assertThatThrownBy(pass(job, full.intake())::run).isInstanceOf(RefusedException.class)
                .hasMessageContaining("nearly full");
        assertThat(history.counts(job.id())).containsEntry(ImportStatus.IMPORTED, (long) ROOM);

        full.makeRoom();
        ImportPass second = pass(job, full.intake());
        assertThat(second.run()).isEqualTo(FILES + " imported.");

        assertThat(second.counts()).isEqualTo(new ImportCounts(FILES, FILES, 0, 0, FILES, 0, 0, 0, 0, 0));
        assertThat(slices).allMatch(slice -> isIn(archive, slice));
        assertThat(history.newest(job.id(), List.of(ImportStatus.values()), 0, 1_000)).hasSize(FILES);
    }

    @Test
    void aFolderThatIsGoneIsTheFoldersTroubleAndNotThatOfItsFiles() throws IOException {
        Slice.alone().writeInto(folder);
        Path away = folder.resolveSibling(folder.getFileName() + "-gone");
        SourceFile file = new SourceFile(folder.resolve("IM1"), 1, 1, NameSort.UNNAMED);
        FileTaking taking = new FileTaking(intake, folder);
        assertThat(taking.take(file).orElseThrow().reason()).isEqualTo("It is no longer there");
        Files.move(folder, away);
        assertThatThrownBy(() -> taking.take(file)).isInstanceOf(SourceAbsentException.class);
        assertThatThrownBy(pass(newJob(), intake)::run).isInstanceOf(SourceAbsentException.class);
        Files.move(away, folder);
    }

    @Test
    void aFileThatGrowsIsTakenWhenTwoLooksFindItTheSame() throws IOException {
        Slice slice = Slice.alone();
        Path file = slice.writeInto(folder);
        byte[] whole = Files.readAllBytes(file);
        Monitoring monitoring = new Monitoring(folder.toString(), ImportOptions.USUAL, true, 30, false);
        try (FolderEvents events = new FolderEvents(() -> { })) {
            FolderLook look = new FolderLook(monitoring, home, history, intake, events, Duration.ZERO, () -> true);
            for (int part = 1; part < 4; part++) {
                Files.write(file, Arrays.copyOf(whole, whole.length * part / 4));
                look.run(false);
                assertThat(look.waitingFiles()).isEqualTo(1);
            }
            Files.write(file, whole);
            look.run(false);
            assertThat(isIn(archive, slice)).isFalse();
            look.run(false);
            assertThat(isIn(archive, slice)).isTrue();
            assertThat(look.waitingFiles()).isZero();
            assertThat(history.known(List.of(key(file))).get(key(file)).status()).isEqualTo(ImportStatus.IMPORTED);
        }
    }

    @Test
    void monitoringTriesAgainWhatFoundNoRoom() throws IOException {
        Slice slice = Slice.alone();
        slice.writeInto(folder);
        TroubledIntake full = new TroubledIntake(archive, 0);
        Monitoring monitoring = new Monitoring(folder.toString(), ImportOptions.USUAL, true, 30, false);
        try (FolderEvents events = new FolderEvents(() -> { })) {
            FolderLook look = new FolderLook(monitoring, home, history, full.intake(), events, Duration.ZERO,
                    () -> true);
            look.run(false);
            assertThatThrownBy(() -> look.run(false)).isInstanceOf(RefusedException.class);
            full.makeRoom();
            look.run(false);
            assertThat(isIn(archive, slice)).isTrue();
        }
    }

    private static PathKey key(Path file) {
        return new SourceFile(file, 0, 0, NameSort.DICOM).key();
    }

    /** Nobody watches. */
    private static final class Told implements JobProgress {

        @Override
        public void total(long things) {
            // nobody watches
        }

        @Override
        public void resumeAt(long things, long bytes) {
            // nobody watches
        }

        @Override
        public void advance(String thing, long bytes) {
            // nobody watches
        }

        @Override
        public void note(String sentence) {
            // nobody watches
        }

        @Override
        public void finding(String subject, String what) {
            // the history has it, too
        }

        @Override
        public long findings() {
            return 0;
        }

        @Override
        public Optional<String> savedState() {
            return Optional.empty();
        }

        @Override
        public void save(String json) {
            // nothing goes on from here
        }

        @Override
        public void checkpoint() {
            // nobody stops it
        }
    }
}
