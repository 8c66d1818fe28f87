package org.hospitalviewer.archive.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import com.zaxxer.hikari.HikariDataSource;
import org.flywaydb.core.Flyway;
import org.hospitalviewer.ApplianceTest;
import org.hospitalviewer.appliance.StartProgress;
import org.hospitalviewer.archive.ArchiveQuery;
import org.hospitalviewer.archive.Match;
import org.hospitalviewer.archive.Origin;
import org.hospitalviewer.archive.QueryLevel;
import org.hospitalviewer.archive.RefusedException;
import org.hospitalviewer.archive.Slice;
import org.hospitalviewer.archive.StoreOutcome;
import org.hospitalviewer.dicom.data.Tag;
import org.hospitalviewer.dicom.data.VR;
import org.hospitalviewer.peers.Await;
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

/** An archive of its own on a real database whose index is down, late, lost, old, or at odds with the files. */
@ApplianceTest
class IndexTroubleTest {

    private static final Origin SCANNER = new Origin(Origin.Door.C_STORE, "CT1", "127.0.0.1");

    @Autowired
    private JdbcClient application;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Autowired
    @Qualifier("indexDataSource")
    private HikariDataSource shared;
    @TempDir
    private Path home;
    private HikariDataSource pool;
    private FailingIndex index;
    private Clock clock = Clock.systemDefaultZone();
    private EmbeddedArchive archive;

    @BeforeEach
    void start() throws IOException {
        pool = new HikariDataSource();
        pool.setJdbcUrl(shared.getJdbcUrl().replaceFirst("/[a-z_]+\\?", "/viewer_index_trouble?"));
        pool.setUsername(shared.getUsername());
        pool.setPassword(shared.getPassword());
        index = new FailingIndex(pool);
        Flyway flyway = Flyway.configure().dataSource(pool).locations("classpath:db/index").cleanDisabled(false).load();
        flyway.clean();
        flyway.migrate();
        open();
    }

    private void open() throws IOException {
        DurableFolders folders = new DurableFolders(home);
        archive = new EmbeddedArchive(new FileStore(home.resolve("archive"), folders),
                new Quarantine(home.resolve("quarantine"), folders, application), new JdbcTemplate(index),
                new TransactionTemplate(new JdbcTransactionManager(index)),
                new DiskReserve(home, 0), clock, StartProgress.silent());
    }

    private void restart() throws IOException {
        archive.close();
        open();
    }

    @AfterEach
    void stop() {
        index.up();
        archive.close();
        pool.close();
    }

    private StoreOutcome store(Slice slice) throws IOException {
        return archive.store(SCANNER, slice.announced(), slice.open());
    }

    private boolean isFound(Slice slice) {
        return archive.count(ArchiveQuery.of(QueryLevel.IMAGE,
                List.of(new Match.Equal(Tag.SOPInstanceUID, slice.sopUid())), 0, 1)) == 1;
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> tree = Files.walk(home.resolve("archive"))) {
            return tree.filter(Files::isRegularFile).toList();
        }
    }

    private void execute(String sql) throws SQLException {
        try (var connection = pool.getConnection(); var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void whileTheDatabaseIsDownObjectsAreSoonRefusedWithTheReasonAndNothingAcknowledgedIsLost() throws Exception {
        List<Slice> acknowledged = new ArrayList<>();
        Slice refused = Slice.alone();
        index.downFor(_ -> true);
        Await.until("objects are refused", PATIENCE, () -> {
            try {
                acknowledged.add(Slice.alone());
                return store(acknowledged.getLast()) != StoreOutcome.STORED;
            } catch (RefusedException e) {
                acknowledged.removeLast();
                return true;
            }
        });
        assertThatThrownBy(() -> store(refused)).isInstanceOfSatisfying(RefusedException.class, told ->
                assertThat(told.reason()).isEqualTo(RefusedException.Reason.OUT_OF_RESOURCES))
                .hasMessageContaining("database does not answer");
        assertThat(files()).hasSameSizeAs(acknowledged);
        assertThat(archive.health().available()).isFalse();
        index.up();
        assertThat(store(refused)).isEqualTo(StoreOutcome.STORED);
        assertThat(isFound(refused)).isTrue();
        assertThat(acknowledged).allMatch(this::isFound);
        assertThat(archive.health().available()).isTrue();
    }

    @Test
    void aQueryWaitsForWhatTheIndexCouldNotTakeYet() throws Exception {
        Slice slice = Slice.alone();
        index.downFor(thread -> thread.getName().equals("indexer"));
        assertThat(store(slice)).isEqualTo(StoreOutcome.STORED);
        assertThat(store(slice)).isEqualTo(StoreOutcome.DUPLICATE);
        CompletableFuture<Boolean> asked = CompletableFuture.supplyAsync(() -> isFound(slice));
        index.up();
        assertThat(asked.join()).isTrue();
    }

    @Test
    void whatTheIndexNeverLearntIsIndexedAtTheNextStart() throws Exception {
        Slice slice = Slice.alone();
        index.downFor(thread -> thread.getName().equals("indexer"));
        store(slice);
        archive.close();
        index.up();
        open();
        assertThat(isFound(slice)).isTrue();
    }

    @Test
    void aLostIndexIsMadeAnewFromTheFiles() throws Exception {
        Slice slice = Slice.alone();
        store(slice);
        archive.close();
        Flyway flyway = Flyway.configure().dataSource(pool).locations("classpath:db/index").cleanDisabled(false).load();
        flyway.clean();
        flyway.migrate();
        open();
        assertThat(isFound(slice)).isTrue();
        assertThat(store(slice)).isEqualTo(StoreOutcome.DUPLICATE);
    }

    @Test
    void anIndexFromAnOlderBackupIsBroughtUpToDate() throws Exception {
        Slice old = Slice.alone();
        store(old);
        moveToDay(old, "2024/02/29");
        restart();
        execute("DELETE FROM study");
        execute("UPDATE checked_through SET day = '2024-02-28'");
        restart();
        assertThat(isFound(old)).isTrue();
    }

    private void moveToDay(Slice slice, String day) throws IOException {
        Path file = files().getFirst();
        Path other = home.resolve("archive").resolve(day).resolve(slice.studyUid()).resolve(slice.seriesUid());
        Files.createDirectories(other);
        Files.move(file, other.resolve(file.getFileName()));
    }

    @Test
    void aClockThatIsSetBackWhileItRunsHidesNothing() throws Exception {
        archive.close();
        LocalDate today = LocalDate.now();
        Clock[] now = {Clock.systemDefaultZone()};
        clock = new Clock() {
            @Override
            public ZoneId getZone() {
                return now[0].getZone();
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return now[0].withZone(zone);
            }

            @Override
            public Instant instant() {
                return now[0].instant();
            }
        };
        open();
        now[0] = Clock.fixed(Instant.parse("2001-01-01T00:00:00Z"), ZoneOffset.UTC);
        Slice slice = Slice.alone();
        index.downFor(thread -> thread.getName().equals("indexer"));
        store(slice);
        archive.close();
        index.up();
        clock = Clock.systemDefaultZone();
        open();
        assertThat(isFound(slice)).isTrue();
        assertThat(files().getFirst().toString()).doesNotContain("2001").contains(Integer.toString(today.getYear()));
    }

    @Test
    void aStoredFileThatTheIndexDoesNotKnowIsNeverWrittenOver() throws Exception {
        Slice slice = Slice.alone();
        store(slice);
        assertThat(isFound(slice)).isTrue();
        byte[] first = Files.readAllBytes(files().getFirst());
        execute("DELETE FROM study");
        assertThat(store(slice.with(Tag.PatientID, VR.LO, "other"))).isEqualTo(StoreOutcome.QUARANTINED);
        assertThat(files()).hasSize(1);
        assertThat(files().getFirst()).hasBinaryContent(first);
        assertThat(isFound(slice)).isTrue();
    }

    @Test
    void aDamagedFileInThePlaceOfAnObjectIsNotReplacedSilently() throws Exception {
        Slice slice = Slice.alone();
        store(slice);
        assertThat(isFound(slice)).isTrue();
        Files.write(files().getFirst(), new byte[300]);
        execute("DELETE FROM study");
        assertThatThrownBy(() -> store(slice)).isInstanceOf(RefusedException.class).hasMessageContaining("damaged");
        assertThat(files().getFirst()).hasBinaryContent(new byte[300]);
    }

    @Test
    void strangeFilesInTheTreeDoNotKeepTheArchiveFromStarting() throws Exception {
        Slice slice = Slice.alone();
        store(slice);
        archive.close();
        Path day = files().getFirst().getParent().getParent().getParent();
        Files.writeString(day.resolve("notes.dcm"), "no DICOM at all");
        Files.copy(files().stream().filter(file -> file.toString().contains(slice.sopUid())).findFirst().orElseThrow(),
                day.resolve("copy.dcm"));
        Slice nameless = Slice.alone().without(Tag.StudyInstanceUID);
        nameless.writeInto(day);
        Files.writeString(home.resolve("archive/.incoming/1.part"), "unfinished");
        execute("DELETE FROM study");
        open();
        assertThat(isFound(slice)).isTrue();
        assertThat(archive.count(ArchiveQuery.of(QueryLevel.STUDY, List.of(), 0, 1))).isOne();
        assertThat(home.resolve("archive/.incoming")).isEmptyDirectory();
    }
}
