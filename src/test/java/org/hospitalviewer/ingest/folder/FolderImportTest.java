package org.hospitalviewer.ingest.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.hospitalviewer.ApplianceTest;
import org.hospitalviewer.FreshHome;
import org.hospitalviewer.access.AuditLog;
import org.hospitalviewer.appliance.Home;
import org.hospitalviewer.archive.Archive;
import org.hospitalviewer.archive.Slice;
import org.hospitalviewer.dicom.data.Tag;
import org.hospitalviewer.dicom.data.VR;
import org.hospitalviewer.peers.Await;
import org.hospitalviewer.peers.WebCaller;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The import of folders as programs see it. */
@ApplianceTest
class FolderImportTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @LocalServerPort
    private int port;
    @Autowired
    private JsonMapper json;
    @Autowired
    private Archive archive;
    @Autowired
    private AuditLog audit;
    @Autowired
    private Home home;
    @TempDir
    private Path folder;

    @AfterEach
    void monitorNothing() throws IOException {
        admin().send("PUT", "/api/import/monitoring", BodyPublishers.ofString("{\"enabled\": false}"), "Content-Type",
                "application/json");
    }

    private WebCaller admin() {
        return WebCaller.stranger(port).as(FreshHome.ADMIN, FreshHome.PASSWORD);
    }

    private String body(Path path, String more) {
        return "{\"path\": " + json.writeValueAsString(path.toString()) + more + "}";
    }

    private HttpResponse<byte[]> post(String what, Path path, String more) throws IOException {
        return admin().post("/api/import/" + what, body(path, more));
    }

    private JsonNode read(HttpResponse<byte[]> answer) {
        return json.readTree(answer.body());
    }

    private JsonNode status() throws IOException {
        return read(admin().get("/api/import/status"));
    }

    /** Imports the folder to its end. */
    private JsonNode imported(String options) throws IOException {
        HttpResponse<byte[]> started = post("start", folder, options);
        assertThat(started.statusCode()).as(WebCaller.text(started)).isEqualTo(202);
        return ended();
    }

    private JsonNode ended() throws IOException {
        Await.until("the import is over", PATIENCE, () -> !status().at("/running/active").asBoolean());
        return status().at("/running/job");
    }

    private Map<String, String> verdicts(JsonNode job) throws IOException {
        Map<String, String> verdicts = new TreeMap<>();
        read(admin().get("/api/import/history?limit=1000&job=" + job.get("id").asLong())).get("files").forEach(file ->
                verdicts.put(file.get("path").asString().substring(folder.toString().length() + 1),
                        (file.get("status").asString() + " " + file.get("reason").asString()).strip()));
        return verdicts;
    }

    private boolean isStored(Slice slice) {
        return archive.instance(slice.studyUid(), slice.seriesUid(), slice.sopUid()).isPresent();
    }

    private Path named(Slice slice, String name) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.move(slice.writeInto(folder), file);
    }

    @Test
    void eachFileIsTakenOnceWithItsVerdictAndTheSecondTimeNone() throws IOException {
        Slice slice = Slice.alone();
        named(slice, "a/IM0001");
        Files.copy(folder.resolve("a/IM0001"), folder.resolve("copy.dcm"));
        Path other = named(Slice.alone(), "cut.dcm");
        byte[] whole = Files.readAllBytes(other);
        Files.write(other, Arrays.copyOf(whole, whole.length - 20));
        Files.writeString(folder.resolve("letter.dcm"), "Dear colleague");
        Slice old = Slice.alone();
        Files.write(folder.resolve("old.dcm"), old.dataSet());
        Files.writeString(folder.resolve("README"), "This is no image");
        Files.writeString(folder.resolve("photo.jpg"), "x");

        JsonNode job = imported("");

        assertThat(job.get("state").asString()).isEqualTo("DONE");
        assertThat(isStored(slice)).isTrue();
        Map<String, String> verdicts = verdicts(job);
        assertThat(verdicts).containsOnlyKeys("a/IM0001", "copy.dcm", "cut.dcm", "letter.dcm", "old.dcm");
        assertThat(verdicts.get("old.dcm")).as("without meta information").isEqualTo("IMPORTED");
        assertThat(isStored(old)).isTrue();
        assertThat(Arrays.asList(verdicts.get("a/IM0001"), verdicts.get("copy.dcm")))
                .containsExactlyInAnyOrder("IMPORTED", "DUPLICATE");
        assertThat(verdicts.get("cut.dcm")).startsWith("REFUSED Element (7FE0,0010)");
        assertThat(verdicts.get("letter.dcm")).startsWith("REFUSED Not a DICOM file");
        assertThat(job.at("/counts/files").asLong()).isEqualTo(6);
        assertThat(job.at("/counts/notDicom").asLong()).isEqualTo(1);

        JsonNode second = imported("");
        assertThat(verdicts(second)).isEmpty();
        assertThat(second.at("/counts/unchanged").asLong()).isEqualTo(5);
        assertThat(second.at("/counts/imported").asLong()).isZero();

        Files.write(other, whole);
        Files.setLastModifiedTime(other, FileTime.fromMillis(1_000_000));
        assertThat(verdicts(imported(""))).containsExactly(Map.entry("cut.dcm", "IMPORTED"));
        assertThat(imported(", \"options\": {\"again\": true}").at("/counts/duplicates").asLong()).isEqualTo(4);
    }

    @Test
    void aZipFileIsLookedIntoWhenThatIsWanted() throws IOException {
        Slice slice = Slice.alone();
        byte[] image = Files.readAllBytes(slice.writeInto(folder));
        Files.delete(folder.resolve(slice.sopUid() + ".dcm"));
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(folder.resolve("cd.zip")))) {
            zip.putNextEntry(new ZipEntry("CD/IM1"));
            zip.write(image);
            zip.putNextEntry(new ZipEntry("CD/AUTORUN.INF"));
            zip.write(1);
        }
        assertThat(verdicts(imported(""))).isEmpty();
        assertThat(isStored(slice)).isFalse();
        assertThat(verdicts(imported(", \"options\": {\"zips\": true}")))
                .containsOnly(Map.entry("cd.zip", "ZIP"), Map.entry("cd.zip > CD/IM1", "IMPORTED"));
        assertThat(isStored(slice)).isTrue();
        assertThat(verdicts(imported(", \"options\": {\"zips\": true}"))).isEmpty();
    }

    @Test
    void aScanCountsWithoutImporting() throws IOException {
        Slice slice = Slice.alone();
        named(slice, "one.dcm");
        named(Slice.of(slice.studyUid(), Slice.newUid(), 1, 8), "two/IM2");
        named(Slice.alone().with(Tag.PatientID, VR.LO, "ANOTHER"), "two/IM3");
        Files.writeString(folder.resolve("bad.dcm"), "nothing");
        Files.writeString(folder.resolve("b.txt"), "nothing");
        assertThat(post("scan", folder, "").statusCode()).isEqualTo(202);
        Await.until("the scan is over", PATIENCE, () -> status().at("/scan/state").asString().equals("DONE"));
        JsonNode scan = status().get("scan");
        assertThat(Arrays.asList(scan.get("files").asInt(), scan.get("dicomFiles").asInt(),
                scan.get("otherFiles").asInt(), scan.get("damaged").asInt(), scan.get("patients").asInt(),
                scan.get("studies").asInt(), scan.get("series").asInt())).containsExactly(5, 3, 1, 1, 2, 2, 3);
        assertThat(isStored(slice)).isFalse();
        JsonNode test = read(post("test", folder, ""));
        assertThat(test.get("files").asInt()).isEqualTo(4);
        assertThat(test.get("freeBytes").asLong()).isPositive();
        assertThat(test.get("problem").asString()).isEmpty();
    }

    @Test
    void monitoringTakesWhatComesAndBearsTheFoldersAbsence() throws IOException {
        Slice before = Slice.alone();
        named(before, "before.dcm");
        HttpResponse<byte[]> started = post("start", folder, ", \"existing\": false, \"monitor\": true, \"seconds\": 5");
        assertThat(started.statusCode()).isEqualTo(202);
        awaitMonitoring("WAITING");
        Slice after = Slice.alone();
        named(after, "sub/after.dcm");
        Await.until("the new file is taken", PATIENCE, () -> isStored(after));
        assertThat(isStored(before)).isFalse();
        assertThat(status().at("/monitoring/importedToday").asInt()).isPositive();
        assertThat(status().at("/monitoring/lastCheck").asString()).isNotEmpty();

        Path away = folder.resolveSibling(folder.getFileName() + "-away");
        Files.move(folder, away);
        awaitMonitoring("FOLDER_ABSENT");
        Files.move(away, folder);
        Slice later = Slice.alone();
        named(later, "later.dcm");
        Await.until("the file of the folder that came back is taken", PATIENCE, () -> isStored(later));
        assertThat(isStored(before)).as("was there before monitoring began").isFalse();

        assertThat(verdicts(imported("")).keySet()).contains("before.dcm");
        assertThat(isStored(before)).isTrue();
        assertThat(status().at("/monitoring/enabled").asBoolean()).as("nobody switched it off").isTrue();
    }

    private void awaitMonitoring(String state) {
        Await.until("monitoring is " + state, PATIENCE,
                () -> status().at("/monitoring/state").asString().equals(state)
                        && (!state.equals("WAITING") || !status().at("/monitoring/lastCheck").isNull()));
    }

    @Test
    void foldersAreListedWithTheWayThere() throws IOException {
        Files.createDirectories(folder.resolve("B\u00f6hm & S\u00f6hne/CT"));
        Files.createDirectories(folder.resolve(".hidden"));
        Files.writeString(folder.resolve("file"), "x");
        JsonNode listing = read(post("list-directories", folder, ""));
        assertThat(listing.get("folders").findValuesAsString("name")).containsExactly("B\u00f6hm & S\u00f6hne");
        assertThat(listing.get("parent").asString()).isEqualTo(folder.getParent().toString());
        assertThat(listing.get("breadcrumb").findValuesAsString("path")).endsWith(folder.getParent().toString(),
                folder.toString());
        JsonNode drives = read(admin().post("/api/import/list-directories", "{}"));
        assertThat(drives.get("folders")).isNotEmpty().isEqualTo(drives.get("roots"));
        assertThat(drives.get("favourites").findValuesAsString("path")).contains(System.getProperty("user.home"));
    }

    @Test
    void whatCannotBeIsAProblemWithASentence() throws IOException {
        assertProblem(post("start", folder.resolve("absent"), ""), 404, "There is no folder");
        assertProblem(post("scan", home.archive(), ""), 400, "belongs to the appliance");
        assertProblem(post("start", home.root(), ""), 400, "belongs to the appliance");
        assertProblem(admin().post("/api/import/start", "{\"path\": \"some/where\"}"), 400, "whole path");
        assertProblem(admin().post("/api/import/start", "{\"path\": \"/a\\u0000b\"}"), 400, "cannot be the path");
        assertProblem(admin().post("/api/import/start", "{}"), 400, "whole path");
        assertProblem(admin().post("/api/import/list-directories", "{\"path\": \"../..\"}"), 400, "whole path");
        assertProblem(post("list-directories", Files.writeString(folder.resolve("f"), ""), ""), 404, "no folder");
        assertProblem(post("start", folder, ", \"existing\": false"), 400, "Choose what");
        assertProblem(post("start", folder, ", \"monitor\": true, \"seconds\": 1"), 400, "from 5 to 86400");
        assertProblem(post("start", folder, ", \"options\": {\"dcmFiles\": false, \"filesWithoutExtension\": false}"),
                400, "Choose what");
        assertThat(admin().post("/api/import/start", "{\"path\": [").statusCode()).isEqualTo(400);
        assertThat(admin().get("/api/import/history?status=NONSENSE").statusCode()).isEqualTo(400);
        assertThat(read(post("test", folder.resolve("absent"), "")).get("problem").asString()).contains("no folder");
    }

    private void assertProblem(HttpResponse<byte[]> answer, int status, String sentence) {
        assertThat(answer.statusCode()).as(WebCaller.text(answer)).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        assertThat(read(answer).get("detail").asString()).contains(sentence).doesNotContain("Exception");
    }

    @Test
    void whoDidItIsInTheAuditLog() throws IOException {
        named(Slice.alone(), "a.dcm");
        imported("");
        assertThat(admin().post("/api/import/stop", "").statusCode()).isEqualTo(202);
        assertThat(audit.newest(0, 50)).anyMatch(entry -> entry.action().equals("START_IMPORT")
                && entry.resourceId().equals(folder.toString()) && entry.username().equals(FreshHome.ADMIN));
    }
}
