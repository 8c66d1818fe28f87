package org.hospitalviewer.backup.restore;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.hospitalviewer.FreshHome;
import org.hospitalviewer.archive.Slice;
import org.hospitalviewer.clinical.report.ReportDesk;
import org.hospitalviewer.peers.ApplianceProcess;
import org.hospitalviewer.peers.Await;
import org.hospitalviewer.peers.Dcmtk;
import org.hospitalviewer.peers.FreePort;
import org.hospitalviewer.peers.PeerProgram;
import org.hospitalviewer.peers.WebCaller;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The packaged appliance lost and had back, by the command line and from the running program. */
class RestoreIT {

    private static final Duration PATIENCE = Duration.ofSeconds(240);
    /** What people entered; the other tables are the program's own notes. */
    private static final List<String> ENTERED = List.of("users", "medical_reports", "report_versions", "measurements",
            "clinical_notes", "prescriptions", "user_preferences", "report_templates", "devices", "secrets", "api_tokens",
            "sync_rules", "backup_configuration");

    private static final List<String> FILLED = List.of("users", "medical_reports", "report_versions", "measurements",
            "clinical_notes", "prescriptions", "devices", "backup_configuration");

    @TempDir
    private static Path target;
    /** Of the clinic on the evening of the backup; each test begins with a copy. */
    private static Path evening;
    private static String key;
    private final Path home = FreshHome.make();

    private record Ended(int exitCode, String output) {
    }

    private static WebCaller admin(ApplianceProcess appliance) {
        return WebCaller.stranger(appliance.httpPort()).as(FreshHome.ADMIN, FreshHome.PASSWORD);
    }

    private static JsonNode json(ApplianceProcess appliance, String path, String body, int status) throws IOException {
        return ReportDesk.read(admin(appliance).post(path, body), status);
    }

    private static void addDevice(ApplianceProcess appliance, String aeTitle) throws IOException {
        json(appliance, "/api/devices", "{\"aeTitle\":\"" + aeTitle + "\",\"host\":\"10.0.0.9\",\"port\":104}", 201);
    }

    private static String devices(ApplianceProcess appliance) throws IOException {
        return WebCaller.text(admin(appliance).get("/api/devices"));
    }

    /** A clinic's day: an image, a report, a measurement, a note, a prescription, a device, a setting. */
    private static void work(ApplianceProcess appliance, Path images) throws IOException {
        addDevice(appliance, "BEFORE");
        Slice slice = Slice.alone();
        assertThat(Dcmtk.storescu(appliance.dicomPort(), "DICOMVIEWER", List.of(), slice.writeInto(images)).exit()).isZero();
        ObjectNode report = about(slice).put("key", "11111111-2222-3333-4444-555555555555");
        report.set("content", ReportDesk.content("Zwölf 'Zeichen' \\ und \uD83E\uDE7B \u0928\u092E\u0938\u094D"));
        json(appliance, "/api/reports", report.toString(), 201);
        json(appliance, "/api/notes", about(slice).put("text", "Moved in the scanner").put("category", "technical").toString(),
                201);
        ObjectNode prescription = about(slice);
        prescription.putArray("medications").addObject().put("drug", "Pantoprazole 20 mg").put("dose", "1 tablet")
                .put("frequency", "once a day").put("duration", "5 days").put("instructions", "before meals");
        json(appliance, "/api/prescriptions", prescription.toString(), 201);
        ObjectNode length = about(slice).put("key", "66666666-7777-8888-9999-000000000000")
                .put("seriesInstanceUid", slice.seriesUid()).put("sopInstanceUid", slice.sopUid()).put("frame", 1)
                .put("type", "length");
        length.set("data", ReportDesk.MAPPER.readTree("""
                {"points":[{"x":1.5,"y":2.5},{"x":31.5,"y":42.5}],"value":25.125,"unit":"mm",
                 "values":[{"name":"length","value":25.125,"unit":"mm"}],"label":""}"""));
        json(appliance, "/api/measurements", length.toString(), 201);
        Files.writeString(evening.resolve("config/application.properties"), "\nviewer.clinic-name=Ward & Sons\n",
                java.nio.file.StandardOpenOption.APPEND);
    }

    @BeforeAll
    static void backUp(@TempDir Path images) throws Exception {
        evening = FreshHome.make();
        try (ApplianceProcess appliance = ApplianceProcess.start(evening)) {
            work(appliance, images);
            key = json(appliance, "/api/backup/configure", "{\"folder\":\"" + target + "\",\"contents\":[\"DATABASE\","
                    + "\"CONFIGURATION\"]}", 200).get("recoveryKey").asString();
            json(appliance, "/api/backup/backup-now", "", 202);
            Await.until("the backup is good", PATIENCE, () -> WebCaller.text(admin(appliance).get("/api/backup/status"))
                    .contains("\"running\":false"));
            assertThat(WebCaller.text(admin(appliance).get("/api/backup/status"))).contains("\"status\":\"VERIFIED\"");
            addDevice(appliance, "AFTER");
        }
    }

    @BeforeEach
    void copy() throws IOException {
        for (String part : List.of("config", "data")) {
            FileSystemUtils.copyRecursively(evening.resolve(part), home.resolve(part));
        }
    }

    private static Path backup() throws IOException {
        try (Stream<Path> files = Files.list(target.resolve("DICOM_Viewer_Backups"))) {
            return files.filter(file -> file.toString().endsWith(".zip")).findFirst().orElseThrow();
        }
    }

    private static Ended restore(Path into, Path file, String withKey) throws Exception {
        ApplianceProcess process = ApplianceProcess.launch(into, FreePort.find(), FreePort.find(), List.of(),
                List.of("--restore", file.toString()), Map.of("VIEWER_BACKUP_KEY", withKey));
        return new Ended(process.awaitExit(), process.output());
    }

    private static ObjectNode about(Slice slice) {
        return ReportDesk.MAPPER.createObjectNode().put("studyInstanceUid", slice.studyUid());
    }

    /** Rows of the tables, while the appliance runs in that home. */
    private static Map<String, List<String>> rows(Path home) throws IOException, SQLException {
        Path folder = home.resolve("data/db");
        String schema = Files.exists(folder.resolve("mariadb.schema")) ? Files.readString(folder.resolve("mariadb.schema")) : "viewer";
        Map<String, List<String>> all = new TreeMap<>();
        try (Connection connection = DriverManager.getConnection("jdbc:mariadb://127.0.0.1:"
                + Files.readString(folder.resolve("mariadb.port")) + "/" + schema, "viewer",
                Files.readString(folder.resolve("mariadb.password"))); Statement statement = connection.createStatement()) {
            for (String table : ENTERED) {
                all.put(table, rows(statement, table));
            }
        }
        return all;
    }

    private static List<String> rows(Statement statement, String table) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (ResultSet result = statement.executeQuery("SELECT * FROM " + table)) {
            while (result.next()) {
                List<String> row = new ArrayList<>();
                for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
                    // When somebody logged in last is written by this test itself.
                    boolean volatileColumn = result.getMetaData().getColumnName(column).matches("last_.*|updated_at");
                    row.add(volatileColumn ? "" : text(result.getObject(column)));
                }
                rows.add(row.toString());
            }
        }
        rows.sort(null);
        return rows;
    }

    private static String text(Object value) {
        return value instanceof byte[] bytes ? Arrays.toString(bytes) : String.valueOf(value);
    }

    @Test
    void onANewComputerTheBackupAndThePaperBringEverythingBack() throws Exception {
        Map<String, List<String>> before;
        try (ApplianceProcess appliance = ApplianceProcess.start(home)) {
            before = rows(home);
        }
        Path other = FreshHome.make();
        Ended refused = restore(other, backup(), "0000-0000-0000-0000-0000-0000-0000-0000");
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.output()).contains("This is not the recovery key of");
        Ended restored = restore(other, backup(), key.toLowerCase());
        assertThat(restored.exitCode()).as(restored.output()).isZero();
        assertThat(restored.output()).contains("Restored to the state of");
        try (ApplianceProcess appliance = ApplianceProcess.launch(other, FreePort.find(), FreePort.find(), List.of(), List.of(),
                Map.of())) {
            Await.until("it is up", PATIENCE, appliance::isUp);
            Map<String, List<String>> after = new HashMap<>(rows(other));
            FILLED.forEach(table -> assertThat(before.get(table)).as(table).isNotEmpty());
            List<String> devices = before.get("devices");
            assertThat(devices).as("those of before and after, and the sender of the image").hasSize(3);
            assertThat(after.get("devices")).hasSize(2).isSubsetOf(devices);
            after.put("devices", devices);
            assertThat(after).isEqualTo(before);
            assertThat(devices(appliance)).contains("BEFORE").doesNotContain("AFTER");
            assertThat(WebCaller.text(admin(appliance).get("/api/system/config"))).contains("Ward & Sons");
            assertThat(WebCaller.text(admin(appliance).get("/api/backup/list-backups"))).contains("\"verified\":true");
        }
    }

    @Test
    void theRunningApplianceRestoresStartsAgainAndWhatWasThereCanBeHadBack() throws Exception {
        try (ApplianceProcess appliance = ApplianceProcess.start(home)) {
            JsonNode answer = json(appliance, "/api/backup/restore", "{\"id\":\"" + backup().getFileName() + "\"}", 202);
            assertThat(answer.get("rows").get("users").asInt()).isEqualTo(1);
            Await.until("it is restored", PATIENCE, () -> Files.exists(home.resolve("data/restore/outcome.properties"))
                    && appliance.isUp());
            assertThat(devices(appliance)).contains("BEFORE").doesNotContain("AFTER");
            JsonNode list = ReportDesk.read(admin(appliance).get("/api/backup/list-backups"), 200);
            String safety = list.valueStream().filter(one -> one.get("beforeRestore").asBoolean()).findFirst().orElseThrow()
                    .get("id").asString();
            Files.delete(home.resolve("data/restore/outcome.properties"));
            json(appliance, "/api/backup/restore", "{\"id\":\"" + safety + "\",\"onlyDatabase\":true}", 202);
            Await.until("it is restored again", PATIENCE, () -> Files.exists(home.resolve("data/restore/outcome.properties"))
                    && appliance.isUp());
            assertThat(devices(appliance)).contains("BEFORE").contains("AFTER");
        }
    }

    @Test
    void killedAnywhereItIsTheOldStateOrTheNewOne() throws Exception {
        Path staged = home.resolve("data/restore/next.unfinished");
        for (boolean early : new boolean[] {true, false}) {
            ApplianceProcess process = ApplianceProcess.launch(home, FreePort.find(), FreePort.find(), List.of(),
                    List.of("--restore", backup().toString()), Map.of("VIEWER_BACKUP_KEY", key));
            Await.until("it is under way", PATIENCE, () -> Files.exists(staged));
            if (!early) {
                Await.until("it is decided", PATIENCE, () -> !Files.exists(staged));
            }
            process.kill();
            try (ApplianceProcess appliance = ApplianceProcess.start(home)) {
                if (early) {
                    assertThat(devices(appliance)).contains("BEFORE").contains("AFTER");
                } else {
                    assertThat(devices(appliance)).contains("BEFORE").doesNotContain("AFTER");
                }
                assertThat(WebCaller.text(admin(appliance).get("/api/system/config"))).contains("Ward & Sons");
                assertThat(staged).doesNotExist();
                assertThat(home.resolve("data/restore/next")).doesNotExist();
            }
        }
    }

    @Test
    void sevenZipOpensItWithTheKeyOnPaper() throws Exception {
        PeerProgram sevenZip = PeerProgram.of("7zz", "7zip");
        assertThat(sevenZip.run(List.of(), "t", "-p" + key, backup().toString())).contains("Everything is Ok");
        assertThat(sevenZip.run(List.of(), "l", "-slt", backup().toString())).contains("Method = AES-256 Deflate");
        assertThat(sevenZip.run(List.of(), "t", "-pwrong", backup().toString())).doesNotContain("Everything is Ok");
    }
}
