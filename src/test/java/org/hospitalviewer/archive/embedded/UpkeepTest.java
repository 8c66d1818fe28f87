package org.hospitalviewer.archive.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.zaxxer.hikari.HikariDataSource;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.hospitalviewer.ApplianceTest;
import org.hospitalviewer.appliance.StartProgress;
import org.hospitalviewer.archive.ArchiveQuery;
import org.hospitalviewer.archive.Match;
import org.hospitalviewer.archive.Origin;
import org.hospitalviewer.archive.QueryLevel;
import org.hospitalviewer.archive.Slice;
import org.hospitalviewer.archive.StudyChange;
import org.hospitalviewer.archive.Upkeep;
import org.hospitalviewer.dicom.data.Tag;
import org.hospitalviewer.dicom.data.VR;
import org.hospitalviewer.archive.AnnouncedInstance;
import org.hospitalviewer.archive.RefusedException;
import org.hospitalviewer.archive.StoreOutcome;
import org.hospitalviewer.dicom.data.Attributes;
import org.hospitalviewer.dicom.io.DicomFormatException;
import org.hospitalviewer.dicom.io.Part10;
import org.hospitalviewer.dicom.io.Part10File;
import org.hospitalviewer.peers.Samples;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The index made anew and the files checked, on an archive of its own. */
@ApplianceTest
class UpkeepTest {

    private static final Origin SCANNER = new Origin(Origin.Door.C_STORE, "CT1", "127.0.0.1");
    private static final Map<String, String> NATURAL_KEYS = Map.of(
            "study", "SELECT study_uid, patient_id, patient_name, patient_birth_date, patient_sex, study_date, "
                    + "study_time, accession_number, study_identifier, description, referring_physician, "
                    + "series_count, instance_count, HEX(attributes), received_at FROM study ORDER BY study_uid",
            "series", "SELECT study_uid, series_uid, modality, series_number, s.description, body_part, step_date, "
                    + "step_time, s.instance_count, HEX(s.attributes) FROM series s "
                    + "JOIN study t ON t.id = s.study_id ORDER BY study_uid, series_uid",
            "instance", "SELECT series_uid, sop_uid, sop_class_uid, transfer_syntax_uid, i.instance_number, path, "
                    + "received_on, data_set_bytes, HEX(data_set_sha256), HEX(i.attributes) FROM instance i "
                    + "JOIN series s ON s.id = i.series_id ORDER BY sop_uid",
            "study_modality", "SELECT study_uid, modality FROM study_modality m JOIN study t ON t.id = m.study_id "
                    + "ORDER BY study_uid, modality");

    @Autowired
    private JdbcClient application;
    @Autowired
    @Qualifier("indexDataSource")
    private HikariDataSource shared;
    @TempDir
    private Path home;
    private HikariDataSource pool;
    private JdbcClient index;
    private EmbeddedArchive archive;

    @BeforeEach
    void start() throws IOException {
        pool = new HikariDataSource();
        pool.setJdbcUrl(shared.getJdbcUrl().replaceFirst("/[a-z_]+\\?", "/viewer_index_upkeep?"));
        pool.setUsername(shared.getUsername());
        pool.setPassword(shared.getPassword());
        pool.setMaximumPoolSize(4);
        index = JdbcClient.create(pool);
        Flyway flyway = Flyway.configure().dataSource(pool).locations("classpath:db/index").cleanDisabled(false).load();
        flyway.clean();
        flyway.migrate();
        open(Clock.systemDefaultZone());
    }

    private void open(Clock clock) throws IOException {
        DurableFolders folders = new DurableFolders(home);
        archive = new EmbeddedArchive(new FileStore(home.resolve("archive"), folders),
                new Quarantine(home.resolve("quarantine"), folders, application), new JdbcTemplate(pool),
                new TransactionTemplate(new JdbcTransactionManager(pool)), new DiskReserve(home, 0), clock, StartProgress.silent());
    }

    @AfterEach
    void stop() {
        archive.close();
        pool.close();
    }

    private Slice store(Slice slice) {
        try {
            archive.store(SCANNER, slice.announced(), slice.open());
            return slice;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Two studies, of which one has two series whose slices disagree about the patient's name. */
    private List<Slice> clinic() {
        List<Slice> slices = new ArrayList<>();
        String study = Slice.newUid();
        for (String series : List.of(Slice.newUid(), Slice.newUid())) {
            for (int number = 1; number <= 3; number++) {
                slices.add(store(Slice.of(study, series, number, 8)
                        .with(Tag.PatientName, VR.PN, "Name^" + slices.size())));
                found(slices.getLast());
            }
        }
        slices.add(store(Slice.alone().with(Tag.PatientName, VR.PN, "Müller^漢")));
        assertThat(found(slices.getLast())).isTrue();
        return slices;
    }

    private boolean found(Slice slice) {
        return archive.count(ArchiveQuery.of(QueryLevel.IMAGE,
                List.of(new Match.Equal(Tag.SOPInstanceUID, slice.sopUid())), 0, 1)) == 1;
    }

    private Map<String, List<Map<String, Object>>> content() {
        Map<String, List<Map<String, Object>>> content = new TreeMap<>();
        NATURAL_KEYS.forEach((table, sql) -> content.put(table, index.sql(sql).query().listOfRows()));
        return content;
    }

    private List<String> schemas() {
        return index.sql("SELECT schema_name FROM information_schema.schemata WHERE schema_name LIKE "
                + "'viewer_index_upkeep%'").query(String.class).list();
    }

    private String rebuild(RecordedProgress progress) throws IOException {
        return archive.upkeep().orElseThrow().rebuildIndex(progress);
    }

    private Path fileOf(Slice slice) throws IOException {
        try (Stream<Path> files = Files.walk(home.resolve("archive"))) {
            return files.filter(file -> file.endsWith(slice.sopUid() + ".dcm")).findFirst().orElseThrow();
        }
    }

    @Test
    void theIndexAfterEqualsTheIndexBefore() throws Exception {
        clinic();
        var before = content();
        RecordedProgress progress = new RecordedProgress();

        assertThat(rebuild(progress)).isEqualTo("The index is made anew.");

        assertThat(content()).isEqualTo(before);
        assertThat(progress.done).isEqualTo(7).isEqualTo(progress.total);
        assertThat(schemas()).containsExactly("viewer_index_upkeep");
        assertThat(rebuild(new RecordedProgress())).isEqualTo("The index is made anew.");
        assertThat(content()).isEqualTo(before);
    }

    /** Row by row, apart from the numbers that tables refer to each other by. */
    @Test
    void theIndexOfAllSamplesIsTheSameAfterARebuildAndAfterALoss() throws Exception {
        int stored = 0;
        for (Path sample : Samples.all()) {
            stored += isStored(sample) ? 1 : 0;
        }
        assertThat(stored).isGreaterThan(400);
        archive.lastChange();
        var before = content();

        rebuild(new RecordedProgress());
        assertThat(content()).isEqualTo(before);

        archive.close();
        new IndexSchema(pool, StartProgress.silent()).makeAnew(new IndexUnavailableException("Damaged by the test"));
        assertThat(index.sql("SELECT COUNT(*) FROM study").query(Long.class).single()).isZero();
        open(Clock.systemDefaultZone());
        // When a study was received is known to the lost index only.
        assertThat(content()).usingRecursiveComparison().ignoringFieldsMatchingRegexes(".*received_at").isEqualTo(before);
    }

    private boolean isStored(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            Part10.Opened opened = Part10.open(in);
            Attributes header = Part10File.open(file).header();
            return archive.store(SCANNER, new AnnouncedInstance(header.getString(Tag.SOPClassUID),
                    header.getString(Tag.SOPInstanceUID), opened.meta().transferSyntaxUid()), opened.dataSet())
                    == StoreOutcome.STORED;
        } catch (DicomFormatException | RefusedException | EOFException e) {
            return false;
        }
    }

    @Test
    void whatIsWrongInTheIndexIsRightAgainAndFollowersHearOfIt() throws Exception {
        List<Slice> clinic = clinic();
        var before = content();
        index.sql("DELETE FROM study WHERE study_uid = ?").param(clinic.getLast().studyUid()).update();
        index.sql("UPDATE study SET description = 'nonsense', instance_count = 99").update();
        index.sql("UPDATE instance SET path = 'nowhere' WHERE sop_uid = ?").param(clinic.getFirst().sopUid()).update();
        List<StudyChange> heard = new ArrayList<>();

        try (var _ = archive.subscribe(heard::add)) {
            rebuild(new RecordedProgress());
        }

        assertThat(content()).usingRecursiveComparison().ignoringFieldsMatchingRegexes(".*received_at").isEqualTo(before);
        assertThat(heard).extracting(StudyChange::kind, StudyChange::studyInstanceUid).contains(
                tuple(StudyChange.Kind.NEW, clinic.getLast().studyUid()),
                tuple(StudyChange.Kind.CHANGED, clinic.getFirst().studyUid()));
    }

    @Test
    void searchesAreAnsweredAndObjectsTakenInMeanwhile() throws Exception {
        List<Slice> clinic = clinic();
        List<Slice> came = new ArrayList<>();

        rebuild(new RecordedProgress().atEachThing(_ -> {
            assertThat(found(clinic.getFirst())).isTrue();
            if (came.size() < 3) {
                came.add(store(Slice.alone()));
                assertThat(found(came.getLast())).isTrue();
            }
        }));

        assertThat(came).hasSize(3).allMatch(this::found);
        assertThat(clinic).allMatch(this::found);
        assertThat(store(Slice.alone())).matches(this::found);
    }

    @Test
    void anInterruptedRebuildGoesOnWithWhatItHas() throws Exception {
        archive.close();
        open(Clock.fixed(Instant.parse("2024-02-29T12:00:00Z"), ZoneOffset.UTC));
        clinic();
        archive.close();
        open(Clock.systemDefaultZone());
        clinic();
        var before = content();
        RecordedProgress cut = new RecordedProgress().atEachThing(done -> {
            if (done == 9) {
                throw new IllegalStateException("Power cut");
            }
        });
        assertThatThrownBy(() -> rebuild(cut)).hasMessage("Power cut");
        assertThat(content()).isEqualTo(before);

        List<Long> read = new ArrayList<>();
        RecordedProgress again = cut.afterRestart().atEachThing(read::add);
        rebuild(again);

        assertThat(read).contains(7L).doesNotContain(6L);
        assertThat(content()).isEqualTo(before);
        assertThat(again.done).isEqualTo(14);
        assertThat(schemas()).containsExactly("viewer_index_upkeep");
    }

    @Test
    void filesThatCannotBeIndexedAreNamedAndDoNotStopTheOthers() throws Exception {
        List<Slice> clinic = clinic();
        Path damaged = fileOf(clinic.get(1));
        Files.write(damaged, new byte[300]);
        Path copy = fileOf(clinic.get(2)).resolveSibling("copy.dcm");
        Files.copy(fileOf(clinic.get(2)), copy);
        Files.delete(fileOf(clinic.get(3)));
        RecordedProgress progress = new RecordedProgress();

        assertThat(rebuild(progress)).contains("3 files are damaged, missing or passed over");

        assertThat(progress.findings).hasSize(3).anyMatch(finding -> finding.contains("copy.dcm: It has the SOP"))
                .anyMatch(finding -> finding.contains(damaged.getFileName() + ": It cannot be read"))
                .anyMatch(finding -> finding.contains(clinic.get(3).sopUid() + ".dcm: The file is missing"));
        assertThat(found(clinic.get(1))).isFalse();
        assertThat(found(clinic.get(2))).isTrue();
        assertThat(found(clinic.get(4))).isTrue();
        assertThat(progress.done).isEqualTo(progress.total);
    }

    @Test
    void aRebuildDoesNotTakeADamagedFileForWhatWasReceived() throws Exception {
        Slice slice = clinic().getFirst();
        var before = content();
        flipLastBit(fileOf(slice));
        RecordedProgress progress = new RecordedProgress();

        rebuild(progress);

        assertThat(progress.findings).singleElement().asString().contains(slice.sopUid())
                .endsWith("The file is not as it was received");
        assertThat(content()).isEqualTo(before);
    }

    /** As a disk that forgets does it: the time of the file stays. */
    private static void flipLastBit(Path file) throws IOException {
        FileTime time = Files.getLastModifiedTime(file);
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 1] ^= 1;
        Files.write(file, bytes);
        Files.setLastModifiedTime(file, time);
    }

    @Test
    void theCheckReadsEveryFileAndNamesTheDamagedAndTheMissing() throws Exception {
        List<Slice> clinic = clinic();
        RecordedProgress whole = new RecordedProgress();
        assertThat(archive.upkeep().orElseThrow().checkFiles(whole, Upkeep.Pace.GENTLE)).isEqualTo("All files are whole.");
        assertThat(whole.done).isEqualTo(7).isEqualTo(whole.total);

        flipLastBit(fileOf(clinic.get(0)));
        Files.write(fileOf(clinic.get(1)), new byte[10]);
        Files.delete(fileOf(clinic.get(2)));
        RecordedProgress progress = new RecordedProgress();

        assertThat(archive.upkeep().orElseThrow().checkFiles(progress, Upkeep.Pace.FULL)).isEqualTo("3 files are damaged or missing.");

        assertThat(progress.findings).hasSize(3)
                .anyMatch(finding -> finding.endsWith(clinic.get(0).sopUid() + ".dcm: The file is not as it was received"))
                .anyMatch(finding -> finding.contains(clinic.get(1).sopUid() + ".dcm: The file cannot be read"))
                .anyMatch(finding -> finding.endsWith(clinic.get(2).sopUid() + ".dcm: The file is missing"));
    }
}
