package org.hospitalviewer.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.hospitalviewer.ApplianceTest;
import org.hospitalviewer.FreshHome;
import org.hospitalviewer.access.Role;
import org.hospitalviewer.access.Users;
import org.hospitalviewer.appliance.Home;
import org.hospitalviewer.appliance.job.JobRun;
import org.hospitalviewer.appliance.job.JobService;
import org.hospitalviewer.appliance.job.JobState;
import org.hospitalviewer.appliance.secret.Secrets;
import org.hospitalviewer.backup.target.Scratch;
import org.hospitalviewer.backup.drive.GoogleAccount;
import org.hospitalviewer.backup.file.Manifest.Content;
import org.hospitalviewer.backup.target.StoredBackup;
import org.hospitalviewer.clinical.report.ReportDesk;
import org.hospitalviewer.peers.Await;
import org.hospitalviewer.peers.GoogleDriveServer;
import org.hospitalviewer.peers.GoogleDriveServer.Fault;
import org.hospitalviewer.peers.GoogleDriveServer.Request;
import org.hospitalviewer.peers.GoogleFiles.Stored;
import org.hospitalviewer.peers.GoogleLogin;
import org.hospitalviewer.peers.WebCaller;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Backups of the running appliance to Google Drive and to a folder at once. */
@ApplianceTest
class DriveBackupTest {

    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final String ENDPOINT = "viewer.backup.google-endpoint";

    @TempDir
    private Path folder;
    @LocalServerPort
    private int port;
    @Autowired
    private Backups backups;
    @Autowired
    private DriveSetup setup;
    @Autowired
    private RecoveryKeys keys;
    @Autowired
    private JobService jobs;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private Secrets secrets;
    @Autowired
    private Users users;
    @Autowired
    private Home home;
    private GoogleDriveServer google;

    @BeforeEach
    void open() throws IOException {
        google = GoogleDriveServer.start();
        System.setProperty(ENDPOINT, google.root().toString());
    }

    @AfterEach
    void forget() {
        setup.disconnect();
        google.close();
        System.clearProperty(ENDPOINT);
        jdbc.sql("UPDATE backup_configuration SET folder = '', is_drive_used = FALSE, drive_folder = 'DICOM_Viewer_Backups', "
                + "configured_at = NULL, folder_since = NULL, drive_since = NULL, key_noted_at = NULL").update();
        jdbc.sql("UPDATE google_account SET client_id = ''").update();
        jdbc.sql("DELETE FROM backup_history").update();
        jdbc.sql("DELETE FROM job_schedules WHERE kind = 'backup'").update();
        List.of(RecoveryKeys.SECRET, "google-client-secret").forEach(secrets::remove);
    }

    private WebCaller admin() {
        return WebCaller.stranger(port).as(FreshHome.ADMIN, FreshHome.PASSWORD);
    }

    private JsonNode keepClient() throws IOException {
        return ReportDesk.read(admin().post("/api/backup/configure-gdrive", """
                {"clientId":"%s","clientSecret":"%s"}""".formatted(GoogleLogin.CLIENT_ID, GoogleLogin.CLIENT_SECRET)), 200);
    }

    /** Path and query that Google leads back to when the owner has decided. */
    private String decided(WebCaller caller) throws IOException {
        URI address = URI.create(ReportDesk.read(caller.get("/api/backup/oauth/start"), 200).get("address").asString());
        String back = new WebCaller(google.root().toString().replaceAll("/$", ""), "")
                .get(address.getRawPath() + "?" + address.getRawQuery()).headers().firstValue("Location").orElseThrow();
        assertThat(back).startsWith("http://127.0.0.1:" + port + "/api/backup/oauth/callback?");
        return back.substring(back.indexOf("/api/"));
    }

    private void connect() throws IOException {
        keepClient();
        assertThat(ReportDesk.read(admin().get(decided(admin())), 200).get("used").asBoolean()).isTrue();
    }

    private void useBoth() throws IOException {
        connect();
        backups.configure(new BackupConfiguration(folder.toString(), true, "St. Mary's", List.of(Content.DATABASE), 30));
    }

    private JobRun run() {
        JobRun started = backups.backupNow();
        Await.until("the backup is over", PATIENCE, () -> jobs.find(started.id()).orElseThrow().state().isOver());
        return jobs.find(started.id()).orElseThrow();
    }

    private List<ListedBackup> inDrive() {
        return backups.list().backups().stream().filter(ListedBackup::isInDrive).toList();
    }

    @Test
    void oneBackupGoesToBothAndEachIsTriedOut() throws IOException {
        useBoth();
        JobRun run = run();
        assertThat(run.state()).as(run.message()).isEqualTo(JobState.SUCCEEDED);
        assertThat(run.message()).contains("in " + folder).contains("in Google Drive, St. Mary's,");
        List<ListedBackup> listed = backups.list().backups().stream().filter(one -> !one.safety()).toList();
        assertThat(listed).hasSize(2).allMatch(ListedBackup::isVerified).extracting(ListedBackup::place)
                .containsExactlyInAnyOrder("Google Drive, St. Mary's", folder.resolve("DICOM_Viewer_Backups").toString());
        assertThat(listed).extracting(ListedBackup::name).doesNotHaveDuplicates();
        Stored stored = google.files().files().getFirst();
        assertThat(stored.name()).isEqualTo(inDrive().getFirst().name());
        assertThat(admin().get("/api/backup/download/" + stored.name()).body()).isEqualTo(stored.content());
        Await.until("nothing is left of the way", PATIENCE, () -> isEmpty(Scratch.of(home)));
        assertThat(backups.status().isTroubled()).isFalse();
        assertThat(backups.status().available()).isEqualTo(2);
        assertThat(ReportDesk.read(admin().post("/api/backup/test", "{}"), 200).get("sentence").asString())
                .contains("MB are free.").contains("in Google Drive");
        assertThat(WebCaller.text(admin().get("/api/backup/list-backups"))).contains("\"place\":\"Google Drive, St. Mary's\"");
    }

    private static boolean isEmpty(Path within) throws IOException {
        try (var files = Files.list(within)) {
            return files.findAny().isEmpty();
        }
    }

    @Test
    void whereOneFailsTheOtherIsMadeAndTheAlarmStaysUntilBothAreGood() throws IOException {
        useBoth();
        google.login().withdraw();
        JobRun run = run();
        assertThat(run.state()).isEqualTo(JobState.FAILED);
        assertThat(run.message()).contains("Connect Google Drive again").contains("in " + folder);
        assertThat(backups.status().failed()).contains("Connect Google Drive again");
        assertThat(setup.state().isWithdrawn()).isTrue();
        Backups.Listing listing = backups.list();
        assertThat(listing.backups()).filteredOn(one -> !one.safety()).hasSize(1).allMatch(ListedBackup::isVerified);
        assertThat(listing.troubles()).hasSize(1);
        connect();
        assertThat(setup.state().isWithdrawn()).isFalse();
        assertThat(backups.status().isTroubled()).as("until there is a good one").isTrue();
        Files.move(folder, folder.resolveSibling(folder.getFileName() + "-away"));
        assertThat(run().message()).contains("is not there").contains("in Google Drive, St. Mary's,");
        assertThat(backups.status().failed()).contains("is not there").doesNotContain("Google");
        Files.move(folder.resolveSibling(folder.getFileName() + "-away"), folder);
        assertThat(run().state()).isEqualTo(JobState.SUCCEEDED);
        assertThat(backups.status().isTroubled()).isFalse();
    }

    @Test
    void theLastGoodOneOfEachPlaceStays() throws IOException {
        useBoth();
        run();
        Instant old = Instant.now().minus(Duration.ofDays(60));
        String name = StoredBackup.name(old);
        google.files().add(name, google.files().folders().getFirst().id(), "x".getBytes(StandardCharsets.US_ASCII));
        google.files().files().stream().filter(one -> !one.name().equals(name)).findFirst()
                .ifPresent(newer -> google.files().remove(newer.id()));
        jdbc.sql("INSERT INTO backup_history (started_at, completed_at, target, filename, bytes, status) "
                + "VALUES (?, ?, 'Google Drive, St. Mary''s', ?, 1, 'VERIFIED')")
                .params(utc(old), utc(old), name).update();
        google.fail(Request.OPEN, new Fault.Refused(403, "storageQuotaExceeded"));
        assertThat(run().message()).contains("Google Drive is full.");
        assertThat(inDrive()).extracting(ListedBackup::name).containsExactly(name);
        assertThat(run().state()).isEqualTo(JobState.SUCCEEDED);
        assertThat(inDrive()).hasSize(1).extracting(ListedBackup::name).doesNotContain(name);
    }

    private static LocalDateTime utc(Instant time) {
        return LocalDateTime.ofInstant(time, ZoneOffset.UTC);
    }

    @Test
    void secretsAreEncryptedAndComeOutOnlyForPaper() throws IOException {
        JsonNode kept = keepClient();
        assertThat(kept.get("hasSecret").asBoolean()).isTrue();
        assertThat(setup.clientForPaper()).isEmpty();
        connect();
        assertThat(setup.clientForPaper().orElseThrow().secret()).isEqualTo(GoogleLogin.CLIENT_SECRET);
        assertThat(keys.show()).isPresent();
        List<String> rows = jdbc.sql("SELECT CONVERT(value USING latin1) FROM secrets").query(String.class).list();
        assertThat(rows).isNotEmpty().noneMatch(row -> row.contains("GOCSPX") || row.contains("ya29"));
        for (String path : List.of("status", "list-backups")) {
            assertThat(WebCaller.text(admin().get("/api/backup/" + path))).doesNotContain("GOCSPX").doesNotContain("ya29");
        }
        assertThat(WebCaller.text(admin().post("/api/backup/configure-gdrive", "{}"))).contains(GoogleLogin.ACCOUNT)
                .doesNotContain("GOCSPX").doesNotContain("ya29");
    }

    @Test
    void disconnectingEndsItAtGoogleAndHereInAnyCase() throws IOException {
        connect();
        assertThat(ReportDesk.read(admin().post("/api/backup/oauth/disconnect", ""), 200).get("used").asBoolean()).isFalse();
        assertThat(google.login().hasConnections()).isFalse();
        assertThat(backups.configuration().isSetUp()).isFalse();
        connect();
        google.fail(Request.REVOKE, new Fault.Refused(503, "backendError"));
        assertThat(setup.disconnect()).isFalse();
        assertThat(setup.state().isConnected()).isFalse();
        assertThat(secrets.has("google-refresh-token")).isFalse();
    }

    @Test
    void anotherClientEndsTheConnectionOfTheOneBefore() throws IOException {
        connect();
        setup.keepClient("other." + GoogleLogin.CLIENT_ID, "GOCSPX-other");
        assertThat(setup.state().isConnected()).isFalse();
    }

    @Test
    void answersThatNobodyAskedForAchieveNothing() throws IOException {
        keepClient();
        users.create("other-admin", FreshHome.PASSWORD, "", Role.ADMIN);
        WebCaller other = WebCaller.stranger(port).as("other-admin", FreshHome.PASSWORD);
        String answer = decided(admin());
        assertThat(WebCaller.stranger(port).get(answer).statusCode()).isEqualTo(401);
        for (String wrong : List.of("/api/backup/oauth/callback", "/api/backup/oauth/callback?state=x&code=y",
                "/api/backup/oauth/callback?error=access_denied", "/api/backup/oauth/callback?code=" + "y".repeat(3_000),
                answer.replaceAll("state=[^&]+", "state="))) {
            assertThat(admin().get(wrong).statusCode()).as(wrong).isEqualTo(400);
        }
        assertThat(other.get(answer).statusCode()).isEqualTo(400);
        assertThat(setup.state().isConnected()).isFalse();
        assertThat(admin().get(answer).statusCode()).isEqualTo(200);
        assertThat(admin().get(answer).statusCode()).as("used twice").isEqualTo(400);
    }

    @Test
    void browsersAreLedToGoogleAndBackToTheScreen() throws IOException {
        keepClient();
        HttpResponse<byte[]> there = admin().get("/api/backup/oauth/start", "Accept", "text/html");
        assertThat(there.statusCode()).isEqualTo(303);
        assertThat(there.headers().firstValue("Location").orElseThrow()).startsWith(google.root() + "o/oauth2/v2/auth?");
        google.login().deny(true);
        HttpResponse<byte[]> back = admin().get(decided(admin()), "Accept", "text/html");
        assertThat(back.headers().firstValue("Location")).isEqualTo(Optional.of("/admin/backup"));
        assertThat(setup.refusal()).contains("was not allowed at Google");
    }

    @Test
    void whatCannotBeIsRefusedAtTheEntry() throws IOException {
        for (String wrong : List.of("{\"clientId\":\"x\"}", "{\"clientId\":\"" + GoogleLogin.CLIENT_ID + "\"}",
                "{\"folder\":\"\"}", "{\"folder\":\"" + "x".repeat(101) + "\"}", "{\"folder\":\"a\\nb\"}",
                "{\"clientSecret\":\"s\"}")) {
            assertThat(admin().post("/api/backup/configure-gdrive", wrong).statusCode()).as(wrong).isEqualTo(400);
        }
        assertThat(admin().get("/api/backup/oauth/start").statusCode()).isEqualTo(409);
        assertThat(admin().post("/api/backup/configure", "{\"drive\":true}").statusCode()).as("not connected").isEqualTo(400);
        assertThat(setup.state()).isEqualTo(new GoogleAccount.State("", "", null, null));
    }

    @Test
    void aComputerIsLedBackToTheNameThatItCameBy() {
        assertThat(setup.redirect("localhost").getHost()).isEqualTo("localhost");
        for (String host : List.of("192.168.1.5", "clinic.example.org", "localhost.example.org", "")) {
            assertThat(setup.redirect(host)).hasToString("http://127.0.0.1:" + port + "/api/backup/oauth/callback");
        }
    }
}
