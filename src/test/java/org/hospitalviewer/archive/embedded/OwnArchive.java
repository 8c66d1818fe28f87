package org.hospitalviewer.archive.embedded;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.hospitalviewer.appliance.StartProgress;
import org.hospitalviewer.archive.ArchiveQuery;
import org.hospitalviewer.archive.Match;
import org.hospitalviewer.archive.Origin;
import org.hospitalviewer.archive.QueryLevel;
import org.hospitalviewer.archive.Slice;
import org.hospitalviewer.archive.StoreOutcome;
import org.hospitalviewer.archive.StoredInstance;
import org.hospitalviewer.dicom.data.Tag;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** An archive in a folder of its own with an index of its own, to be stopped, killed and started. */
final class OwnArchive implements AutoCloseable {

    static final Origin SCANNER = new Origin(Origin.Door.C_STORE, "CT1", "127.0.0.1");
    private static final Map<String, String> CONTENT = Map.of(
            "study", "SELECT study_uid, patient_id, patient_name, patient_birth_date, patient_sex, study_date, "
                    + "accession_number, description, series_count, instance_count, HEX(attributes) FROM study "
                    + "ORDER BY study_uid",
            "series", "SELECT study_uid, series_uid, modality, s.instance_count, HEX(s.attributes) FROM series s "
                    + "JOIN study t ON t.id = s.study_id ORDER BY study_uid, series_uid",
            "instance", "SELECT series_uid, sop_uid, transfer_syntax_uid, path, received_on, data_set_bytes, "
                    + "HEX(data_set_sha256), HEX(i.attributes) FROM instance i JOIN series s ON s.id = i.series_id "
                    + "ORDER BY sop_uid",
            "study_modality", "SELECT study_uid, modality FROM study_modality m JOIN study t ON t.id = m.study_id "
                    + "ORDER BY study_uid, modality");

    final Path home;
    final HikariDataSource pool;
    final JdbcClient index;
    private final JdbcClient application;
    EmbeddedArchive archive;

    /** @param schema of the index, made anew */
    OwnArchive(Path home, HikariDataSource shared, JdbcClient application, String schema) throws IOException {
        this.home = home;
        this.application = application;
        pool = new HikariDataSource();
        pool.setJdbcUrl(shared.getJdbcUrl().replaceFirst("/[a-z_]+\\?", "/" + schema + "?"));
        pool.setUsername(shared.getUsername());
        pool.setPassword(shared.getPassword());
        pool.setMaximumPoolSize(4);
        index = JdbcClient.create(pool);
        loseIndex();
        open(Clock.systemDefaultZone());
    }

    private void loseIndex() {
        Flyway flyway = Flyway.configure().dataSource(pool).locations("classpath:db/index").cleanDisabled(false).load();
        flyway.clean();
        flyway.migrate();
    }

    private void open(Clock clock) throws IOException {
        DurableFolders folders = new DurableFolders(home);
        archive = new EmbeddedArchive(new FileStore(home.resolve("archive"), folders),
                new Quarantine(home.resolve("quarantine"), folders, application), new JdbcTemplate(pool),
                new TransactionTemplate(new JdbcTransactionManager(pool)), new DiskReserve(home, 0), clock,
                StartProgress.silent());
    }

    void restart() throws IOException {
        archive.close();
        open(Clock.systemDefaultZone());
    }

    void restartOn(String date) throws IOException {
        archive.close();
        open(Clock.fixed(Instant.parse(date + "T12:00:00Z"), ZoneOffset.UTC));
    }

    void restartWithoutIndex() throws IOException {
        archive.close();
        loseIndex();
        open(Clock.systemDefaultZone());
    }

    StoreOutcome send(Slice slice) {
        try {
            return archive.store(SCANNER, slice.announced(), slice.open());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Slices of one series of a new study. */
    List<Slice> study(int slices) {
        String study = Slice.newUid();
        String series = Slice.newUid();
        return Stream.iterate(1, number -> number + 1).limit(slices)
                .map(number -> Slice.of(study, series, number, 8)).peek(this::send).toList();
    }

    boolean has(Slice slice) {
        return archive.count(ArchiveQuery.of(QueryLevel.IMAGE,
                List.of(new Match.Equal(Tag.SOPInstanceUID, slice.sopUid())), 0, 1)) == 1;
    }

    StoredInstance stored(Slice slice) {
        return archive.instance(slice.studyUid(), slice.seriesUid(), slice.sopUid()).orElseThrow();
    }

    /** All of the index but the numbers of its rows. */
    Map<String, List<Map<String, Object>>> content() {
        archive.lastChange();
        Map<String, List<Map<String, Object>>> content = new TreeMap<>();
        CONTENT.forEach((table, sql) -> content.put(table, index.sql(sql).query().listOfRows()));
        return content;
    }

    String rebuild(RecordedProgress progress) throws IOException {
        return archive.upkeep().orElseThrow().rebuildIndex(progress);
    }

    /** Relative paths of all files in a folder of the data. */
    List<String> files(String folder) throws IOException {
        try (Stream<Path> tree = Files.walk(home.resolve(folder))) {
            return tree.filter(Files::isRegularFile).map(file -> home.relativize(file).toString().replace('\\', '/'))
                    .sorted().toList();
        }
    }

    @Override
    public void close() {
        archive.close();
        pool.close();
    }
}
