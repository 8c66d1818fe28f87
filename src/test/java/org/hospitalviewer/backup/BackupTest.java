package org.hospitalviewer.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.hospitalviewer.ApplianceTest;
import org.hospitalviewer.FreshHome;
import org.hospitalviewer.access.Role;
import org.hospitalviewer.access.Users;
import org.hospitalviewer.appliance.Home;
import org.hospitalviewer.appliance.database.DatabaseCopies;
import org.hospitalviewer.appliance.job.JobRun;
import org.hospitalviewer.appliance.job.JobService;
import org.hospitalviewer.appliance.job.JobState;
import org.hospitalviewer.appliance.secret.Secrets;
import org.hospitalviewer.archive.Archive;
import org.hospitalviewer.archive.Origin;
import org.hospitalviewer.archive.Slice;
import org.hospitalviewer.backup.file.BackupFile;
import org.hospitalviewer.backup.file.DatabaseEntries;
import org.hospitalviewer.backup.file.Manifest;
import org.hospitalviewer.backup.file.Manifest.Content;
import org.hospitalviewer.backup.file.RecoveryKey;
import org.hospitalviewer.backup.images.ImagesSummary;
import org.hospitalviewer.clinical.report.ReportDesk;
import org.hospitalviewer.peers.Await;
import org.hospitalviewer.peers.WebCaller;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Backups of the running appliance into a folder, and their REST. */
@ApplianceTest
class BackupTest {

    private static final Duration PATIENCE = Duration.ofSeconds(120);

    @TempDir
    private Path folder;
    @LocalServerPort
    private int port;
    @Autowired
    private Backups backups;
    @Autowired
    private RecoveryKeys keys;
    @Autowired
    private JobService jobs;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private Secrets secrets;
    @Autowired
    private DatabaseCopies copies;
    @Autowired
    private Archive archive;
    @Autowired
    private Users users;
    @Autowired
    private Home home;
    @Autowired
    private CutOffBackup cutOff;

    @AfterEach
    void forget() {
        jdbc.sql("UPDATE backup_configuration SET folder = '', configured_at = NULL, folder_since = NULL, key_noted_at = NULL").update();
        jdbc.sql("DELETE FROM backup_history").update();
        jdbc.sql("DELETE FROM job_schedules WHERE kind = 'backup'").update();
        secrets.remove(RecoveryKeys.SECRET);
        jdbc.sql("DROP TABLE IF EXISTS written_by_test").update();
    }

    private void configure(Content... contents) {
        backups.configure(new BackupConfiguration(folder.toString(), List.of(contents), 30));
    }

    private JobRun run() {
        JobRun started = backups.backupNow();
        Await.until("the backup is over", PATIENCE, () -> jobs.find(started.id()).orElseThrow().state().isOver());
        return jobs.find(started.id()).orElseThrow();
    }

    private JobRun good() {
        JobRun run = run();
        assertThat(run.state()).as(run.message()).isEqualTo(JobState.SUCCEEDED);
        return run;
    }

    private WebCaller admin() {
        return WebCaller.stranger(port).as(FreshHome.ADMIN, FreshHome.PASSWORD);
    }

    private List<String> schemas() {
        return jdbc.sql("SHOW DATABASES LIKE 'viewer\\_%'").query(String.class).list();
    }

    private Path onlyFile() throws IOException {
        List<ListedBackup> listed = backups.list().backups().stream().filter(one -> !one.safety()).toList();
        assertThat(listed).hasSize(1);
        return backups.fetch(listed.getFirst().name()).file();
    }

    @Test
    void holdsWhatWasTickedIsTriedOutAndLeavesNothingBehind() throws Exception {
        ReportDesk desk = ReportDesk.open(archive, users, port);
        JsonNode report = desk.draft("A finding <b>of</b> its kind");
        ReportDesk.read(desk.post(Role.RADIOLOGIST, ReportDesk.path(report) + "/sign",
                ReportDesk.change(report.get("version").asInt(), "A finding")), 200);
        configure(Content.DATABASE, Content.CONFIGURATION, Content.REPORTS, Content.LOGS);
        RecoveryKey key = keys.show().orElseThrow();
        JobRun run = good();
        assertThat(run.message()).contains("was read back, restored on trial and compared.");
        assertThat(schemas()).noneMatch(name -> name.startsWith("viewer_check"));
        try (BackupFile backup = BackupFile.open(onlyFile(), key)) {
            Manifest manifest = backup.manifest();
            backup.verify((_, _) -> { });
            assertThat(manifest.rows("medical_reports"))
                    .isEqualTo(jdbc.sql("SELECT COUNT(*) FROM medical_reports").query(Long.class).single());
            assertThat(manifest.entries()).extracting(Manifest.Entry::name)
                    .contains("config/secret.key", "reports/report-" + report.get("id").asLong() + "-version-"
                            + jdbc.sql("SELECT version FROM medical_reports WHERE id = ?").param(report.get("id").asLong())
                                    .query(Integer.class).single() + ".pdf")
                    .anyMatch(name -> name.startsWith("logs/")).anyMatch(name -> name.endsWith("-users.sql"));
        }
        Backups.Status status = backups.status();
        assertThat(status.lastGood().isGood()).isTrue();
        assertThat(status.available()).isEqualTo(1);
        assertThat(status.isTroubled()).isFalse();
        assertThat(status.automatic()).isTrue();
        assertThat(backups.schedule().orElseThrow().schedule().text()).isEqualTo("DAILY 02:00");
    }

    /** Two tables that a transaction always changes together; in a backup from one moment they are equal. */
    @Test
    void isOfOneMomentWhileOthersWrite() throws Exception {
        jdbc.sql("CREATE TABLE written_by_test (id INT PRIMARY KEY AUTO_INCREMENT, place CHAR(1), text VARCHAR(1000))").update();
        configure(Content.DATABASE);
        AtomicBoolean enough = new AtomicBoolean();
        List<Thread> writers = List.of("é\n'\\`", "\uD83E\uDE7B\";--").stream().map(text -> Thread.ofPlatform().start(() -> {
            while (!enough.get()) {
                jdbc.sql("INSERT INTO written_by_test (place, text) VALUES ('a', ?), ('b', ?)").params(text, text).update();
            }
        })).toList();
        try {
            good();
        } finally {
            enough.set(true);
            for (Thread writer : writers) {
                writer.join();
            }
        }
        String schema = DatabaseCopies.check(7);
        try (BackupFile backup = BackupFile.open(onlyFile(), keys.present())) {
            DatabaseEntries.load(backup, copies, schema, (_, _) -> { });
            JdbcClient restored = JdbcClient.create(copies.open(schema));
            long rows = restored.sql("SELECT COUNT(*) FROM written_by_test").query(Long.class).single();
            assertThat(rows).isEqualTo(backup.manifest().rows("written_by_test")).isEven();
            assertThat(restored.sql("SELECT COUNT(*) FROM written_by_test WHERE place = 'a'").query(Long.class).single())
                    .isEqualTo(rows / 2);
            assertThat(restored.sql("SELECT DISTINCT text FROM written_by_test").query(String.class).list())
                    .isSubsetOf("é\n'\\`", "\uD83E\uDE7B\";--");
            restored.sql("UPDATE written_by_test SET text = 'other' WHERE id = 1").update();
            assertThat(DatabaseEntries.of(copies, schema, (_, _) -> { })).isNotEqualTo(backup.manifest().tables());
        } finally {
            copies.drop(schema);
        }
    }

    @Test
    void aMissingFolderIsToldUntilABackupIsGoodAgain() throws Exception {
        configure(Content.DATABASE);
        Files.delete(folder);
        JobRun run = run();
        assertThat(run.state()).isEqualTo(JobState.FAILED);
        assertThat(run.message()).isEqualTo("The folder " + folder + " is not there. If it is on a stick or in the network, "
                + "plug it in or connect it.");
        assertThat(backups.status().failed()).isEqualTo(run.message());
        assertThat(folder).doesNotExist();
        assertThat(admin().get("/api/backup/list-backups").statusCode()).isEqualTo(503);
        Files.createDirectory(folder);
        good();
        assertThat(backups.status().failed()).isEmpty();
    }

    @Test
    void imagesThatCannotBeSentDoNotCostTheBackupOfTheRestAndAreToldUntilTheyCan() throws Exception {
        Slice slice = Slice.alone();
        archive.store(new Origin(Origin.Door.IMPORT, "test", ""), slice.announced(), slice.open());
        configure(Content.DATABASE, Content.IMAGES);
        Path blocked = Files.createDirectory(folder.resolve("DICOM_Viewer_Backups")).resolve("images");
        Files.createFile(blocked);
        JobRun failed = run();
        assertThat(failed.state()).isEqualTo(JobState.FAILED);
        assertThat(backups.status().failed()).startsWith("The images are not backed up completely. The folder");
        assertThat(backups.status().lastGood().canRestore()).isTrue();
        try (BackupFile backup = BackupFile.open(onlyFile(), keys.present())) {
            assertThat(ImagesSummary.of(backup).orElseThrow().images()).isZero();
            assertThat(ImagesSummary.of(backup).orElseThrow().missing()).isPositive();
        }
        Files.delete(onlyFile());
        Files.delete(blocked);
        assertThat(good().message()).contains("It stands for");
        assertThat(backups.status().failed()).isEmpty();
        try (BackupFile backup = BackupFile.open(onlyFile(), keys.present())) {
            assertThat(ImagesSummary.of(backup).orElseThrow().images()).isPositive();
            assertThat(backup.manifest().entries()).extracting(Manifest.Entry::name)
                    .contains("images/index.tsv", "images/images.json", "images/key.txt");
        }
    }

    @Test
    void aBackupThatTheEndOfTheProgramCutOffIsToldAtTheNextStart() {
        configure(Content.DATABASE);
        jdbc.sql("INSERT INTO jobs (kind, state, started_by, created_at, started_at, ended_at) VALUES ('backup', 'INTERRUPTED', "
                + "'schedule', UTC_TIMESTAMP(3), UTC_TIMESTAMP(3), UTC_TIMESTAMP(3))").update();
        try {
            cutOff.tell();
            cutOff.tell();
            assertThat(backups.history(10)).hasSize(1);
            assertThat(backups.status().failed()).isEqualTo(CutOffBackup.SENTENCE);
        } finally {
            jdbc.sql("DELETE FROM jobs WHERE kind = 'backup'").update();
        }
    }

    @Test
    void whatWasNotThereIsRefusedAtTheEntry() {
        for (String wrong : List.of("", "  ", "relative/folder", home.root().toString(), home.root().resolve("data").toString(),
                "/a\0b", "x".repeat(600))) {
            assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> backups.configure(
                    new BackupConfiguration(wrong, List.of(Content.DATABASE), 30)))).as(wrong)
                    .isInstanceOf(InvalidBackupException.class);
        }
        assertThat(backups.configuration().folder()).isEmpty();
        assertThat(keys.show()).isEmpty();
    }

    @Test
    void theKeyIsShownUntilItIsNotedAndNeverAgain() {
        configure(Content.DATABASE);
        RecoveryKey key = keys.show().orElseThrow();
        assertThat(keys.show()).contains(key);
        keys.noted();
        assertThat(keys.show()).isEmpty();
        assertThat(keys.present()).isEqualTo(key);
        RecoveryKey another = keys.another();
        assertThat(another).isNotEqualTo(key);
        assertThat(keys.show()).contains(another);
    }

    @Test
    void programsSetItUpStartItListItAndTakeItAway() throws Exception {
        WebCaller admin = admin();
        assertThat(admin.post("/api/backup/configure", "{\"folder\":\"here\"}").statusCode()).isEqualTo(400);
        JsonNode configured = ReportDesk.read(admin.post("/api/backup/configure", """
                {"folder":"%s","contents":["DATABASE"],"retentionDays":10}""".formatted(folder)), 200);
        assertThat(configured.get("recoveryKey").asString()).isEqualTo(keys.show().orElseThrow().text());
        assertThat(configured.get("schedule").asString()).isEqualTo("DAILY 02:00");
        assertThat(ReportDesk.read(admin.post("/api/backup/schedule", "{\"schedule\":\"WEEKLY SUNDAY 03:00\"}"), 200)
                .get("schedule").asString()).isEqualTo("WEEKLY SUNDAY 03:00");
        assertThat(admin.post("/api/backup/schedule", "{\"schedule\":\"NOW AND THEN\"}").statusCode()).isEqualTo(400);
        assertThat(ReportDesk.read(admin.post("/api/backup/test", "{}"), 200).get("good").asBoolean()).isTrue();
        assertThat(admin.post("/api/backup/backup-now", "").statusCode()).isEqualTo(202);
        Await.until("it is there", PATIENCE, () -> backups.status().lastGood() != null && !backups.status().running());
        JsonNode listed = ReportDesk.read(admin.get("/api/backup/list-backups"), 200).get(0);
        assertThat(listed.get("verified").asBoolean()).isTrue();
        String id = listed.get("id").asString();
        assertThat(admin.get("/api/backup/download/" + id).body()).isEqualTo(Files.readAllBytes(onlyFile()));
        assertThat(admin.get("/api/backup/download/DICOM_Viewer_Backup_2020-01-01_000000Z.zip").statusCode()).isEqualTo(404);
        assertThat(admin.get("/api/backup/download/..%2f..%2fetc%2fpasswd").statusCode()).isIn(400, 404);
        // Inside of a test the program was not started by its launcher.
        assertThat(admin.post("/api/backup/restore", "{\"id\":\"" + id + "\"}").statusCode()).isEqualTo(409);
        assertThat(WebCaller.text(admin.get("/api/backup/status"))).contains("\"available\":1")
                .doesNotContain(keys.show().orElseThrow().text());
    }
}
