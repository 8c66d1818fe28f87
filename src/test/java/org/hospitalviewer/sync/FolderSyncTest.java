package org.hospitalviewer.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.hospitalviewer.ApplianceTest;
import org.hospitalviewer.FreshHome;
import org.hospitalviewer.access.Role;
import org.hospitalviewer.access.Users;
import org.hospitalviewer.appliance.job.JobRun;
import org.hospitalviewer.appliance.job.JobService;
import org.hospitalviewer.archive.Archive;
import org.hospitalviewer.archive.Origin;
import org.hospitalviewer.archive.Slice;
import org.hospitalviewer.clinical.report.ReportDesk;
import org.hospitalviewer.dicom.data.Tag;
import org.hospitalviewer.dicom.data.VR;
import org.hospitalviewer.peers.Await;
import org.hospitalviewer.peers.WebCaller;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** The engine with a folder as its target, and its REST. */
@ApplianceTest
class FolderSyncTest {

    /** Only studies of this modality take part, whatever else other tests put into the archive. */
    private static final String MODALITY = "XFOL";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path folder;
    @LocalServerPort
    private int port;
    @Autowired
    private Sync sync;
    @Autowired
    private SyncTargets targets;
    @Autowired
    private JobService jobs;
    @Autowired
    private Archive archive;
    @Autowired
    private WaitingStudies waiting;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private Users users;

    private final List<Slice> slices = new ArrayList<>();

    @BeforeEach
    void begin() {
        targets.change(new SyncRules(List.of(MODALITY), null, false, false));
    }

    @AfterEach
    void removeTargets() throws IOException {
        targets.all().forEach(target -> targets.remove(target.id()));
        targets.change(SyncRules.ALL);
        for (Slice slice : slices) { // of one study the second finds nothing
            archive.trash().orElseThrow().delete(slice.studyUid(), "test");
        }
    }

    private WebCaller admin() {
        return WebCaller.stranger(port).as(FreshHome.ADMIN, FreshHome.PASSWORD);
    }

    private Slice store(Slice slice) throws IOException {
        archive.store(new Origin(Origin.Door.UPLOAD, "test", ""), slice.with(Tag.Modality, VR.CS, MODALITY).announced(),
                slice.open());
        slices.add(slice);
        return slice;
    }

    private SyncTarget add(boolean encrypted, boolean mayDelete) {
        return sync.add(new TargetEntry("stick", TargetKind.FOLDER, true, "", 0, "", null, folder.toString(), "", "",
                encrypted, mayDelete, 2, null, null, null, false, ""));
    }

    private JobRun syncNow() {
        long id = sync.syncNow().id();
        Await.until("the sync is over", PATIENCE, () -> jobs.find(id).orElseThrow().state().isOver());
        return jobs.find(id).orElseThrow();
    }

    private SyncedTree tree(boolean encrypted) throws IOException {
        return new SyncedTree(folder, encrypted ? targets.fileKey() : null);
    }

    @Test
    void hostileNamesStayInTheFolder() throws IOException {
        add(false, false);
        List<String> names = List.of("../../../evil", "a\\..\\b", "X".repeat(60) + "^" + "Y".repeat(3), "Ünï^çödé", ".htaccess");
        for (String name : names) {
            store(Slice.alone().with(Tag.PatientName, VR.PN, name).with(Tag.PatientID, VR.LO, "../" + name));
        }
        assertThat(syncNow().message()).isEqualTo("Everything is there.");
        assertThat(tree(false).objects().keySet()).containsExactlyElementsOf(SyncedTree.uids(slices));
        try (Stream<Path> beside = Files.list(folder.getParent())) {
            assertThat(beside.map(Path::getFileName).map(Path::toString)).noneMatch(name -> name.contains("evil"));
        }
    }

    @Test
    void whatSomebodyDeletedOrCutThereComesBackWithTheDailyComparison() throws IOException {
        SyncTarget target = add(true, false);
        Slice first = store(Slice.alone());
        store(Slice.of(first.studyUid(), first.seriesUid(), 2, 8));
        syncNow();
        List<String> paths = tree(true).paths();
        assertThat(paths).hasSize(3);
        Files.delete(folder.resolve(paths.get(0)));
        Files.write(folder.resolve(paths.get(1)), new byte[3]);
        Files.write(folder.resolve(paths.get(0) + ".12345678.part"), new byte[3]);
        syncNow();
        assertThat(Files.exists(folder.resolve(paths.get(0)))).as("not looked at each time").isFalse();
        jdbc.sql("UPDATE sync_configuration SET compared_at = '2020-01-01' WHERE id = ?").param(target.id()).update();
        syncNow();
        assertThat(tree(true).paths()).isEqualTo(paths);
        assertThat(tree(true).objects().keySet()).containsExactlyElementsOf(SyncedTree.uids(slices));
    }

    @Test
    void onlyStudiesWithASignedReportGoOutWhereTheRulesSaySo() throws IOException {
        targets.change(new SyncRules(List.of(MODALITY), null, true, false));
        add(false, false);
        Slice slice = Slice.alone().with(Tag.Modality, VR.CS, MODALITY);
        ReportDesk desk = ReportDesk.open(archive, users, port, slice);
        slices.add(slice);
        JsonNode draft = desk.draft("Nothing wrong.");
        syncNow();
        assertThat(tree(false).objects()).isEmpty();

        ReportDesk.read(desk.post(Role.RADIOLOGIST, ReportDesk.path(draft) + "/sign",
                ReportDesk.change(1, "Nothing wrong.")), 200);
        syncNow();

        assertThat(tree(false).objects().keySet()).containsExactly(slice.sopUid());
    }

    private void mark(Slice slice, String method) throws IOException {
        assertThat(admin().send(method, "/api/studies/" + slice.studyUid() + "/publish", BodyPublishers.noBody())
                .statusCode()).isEqualTo(200);
    }

    @Test
    void onlyMarkedStudiesGoOutWhereTheRulesSaySoAndWhatIsTakenBackStaysThereUnlessDeletingIsAllowed() throws IOException {
        targets.change(new SyncRules(List.of(MODALITY), null, false, true));
        SyncTarget target = add(false, false);
        Slice unmarked = store(Slice.alone());
        Slice slice = store(Slice.alone());
        syncNow();
        assertThat(tree(false).objects()).isEmpty();

        mark(slice, "PUT");
        syncNow();
        assertThat(tree(false).objects().keySet()).containsExactly(slice.sopUid());

        mark(slice, "DELETE");
        Slice later = store(Slice.of(slice.studyUid(), slice.seriesUid(), 2, 8));
        syncNow();
        assertThat(tree(false).objects().keySet()).as("it stays, and nothing more goes").containsExactly(slice.sopUid());

        allowDeleting(target);
        mark(slice, "PUT");
        mark(unmarked, "PUT");
        syncNow();
        assertThat(tree(false).objects().keySet()).containsExactlyInAnyOrder(slice.sopUid(), later.sopUid(),
                unmarked.sopUid());
        mark(slice, "DELETE");
        syncNow();
        assertThat(tree(false).objects().keySet()).containsExactly(unmarked.sopUid());
        assertThat(tree(false).manifests()).hasSize(1);
        assertThat(WebCaller.text(admin().get("/api/audit/logs"))).contains("DELETE_SYNCED_STUDY");
    }

    @Test
    void aStudyThatWasAskedForOnceMoreWhileItWasSentIsLookedAtAgain() {
        SyncTarget target = add(false, false);
        waiting.add(target.id(), "1.2.3", false);
        WaitingStudies.Waiting looked = waiting.after(target.id(), "", 1).getFirst();
        waiting.add(target.id(), "1.2.3", false);
        waiting.remove(target.id(), looked);
        assertThat(waiting.count(target.id())).isEqualTo(1);
        waiting.remove(target.id(), waiting.after(target.id(), "", 1).getFirst());
        assertThat(waiting.count(target.id())).isZero();
    }

    private void allowDeleting(SyncTarget target) {
        targets.change(target.id(), new TargetEntry("stick", TargetKind.FOLDER, true, "", 0, "", null, folder.toString(), "",
                "", false, true, 2, null, null, null, false, ""));
    }

    @Test
    void aDeletedStudyIsDeletedThereOnlyWhenTheAdministratorAllowed() throws IOException {
        SyncTarget target = add(false, false);
        Slice kept = store(Slice.alone());
        Slice gone = store(Slice.alone());
        syncNow();
        archive.trash().orElseThrow().delete(kept.studyUid(), "test");
        syncNow();
        assertThat(tree(false).objects()).hasSize(2);
        allowDeleting(target);
        archive.trash().orElseThrow().delete(gone.studyUid(), "test");
        syncNow();
        assertThat(tree(false).objects().keySet()).containsExactly(kept.sopUid());
        assertThat(tree(false).manifests()).hasSize(1);
        slices.clear();
    }

    @Test
    void aMissingFolderFailsWithTheReasonAndTheStateIsTold() throws IOException {
        Files.delete(folder);
        add(false, false);
        store(Slice.alone());
        assertThat(syncNow().message()).contains("stick", "is not there");
        assertThat(WebCaller.text(admin().get("/api/sync/status"))).contains("is not there");
        Files.createDirectory(folder);
        assertThat(syncNow().message()).isEqualTo("Everything is there.");
        assertThat(WebCaller.text(admin().get("/api/sync/history"))).contains("\"DONE\"", "\"FAILED\"", "\"files\":1");
    }

    @Test
    void passwordsNeverComeOut() throws IOException {
        String body = """
                {"minutes":5,"targets":[{"name":"host","kind":"FTPS","enabled":false,"host":"ftp.example","username":"u",
                "password":"top-secret-7","folder":"x"}]}""";
        assertThat(admin().post("/api/sync/configure", body).statusCode()).isEqualTo(200);
        String configuration = WebCaller.text(admin().get("/api/sync/get-config"));
        assertThat(configuration).contains("\"passwordSet\":true", "\"minutes\":5", "\"encrypted\":true")
                .doesNotContain("top-secret-7");
        assertThat(WebCaller.text(admin().get("/api/sync/status"))).doesNotContain("top-secret-7");
        assertThat(WebCaller.text(admin().get("/api/audit/logs"))).doesNotContain("top-secret-7");
        assertThat(jdbc.sql("SELECT COUNT(*) FROM secrets WHERE INSTR(value, 'top-secret-7') > 0").query(Long.class).single())
                .isZero();
    }

    @Test
    void unsafeTargetsAndHostileValuesAreRefusedWithASentence() throws IOException {
        assertRefused("\"kind\":\"FTP\",\"password\":\"p\"", "FTP without TLS");
        assertRefused("\"kind\":\"FTPS\",\"password\":\"p\",\"encrypted\":false", "confirm in words");
        assertRefused("\"kind\":\"FTPS\",\"password\":\"p\\r\\nDELE x\"", "password");
        assertRefused("\"kind\":\"FTPS\",\"password\":\"p\",\"folder\":\"a\\nb\"", "folder");
        assertRefused("\"kind\":\"FTPS\",\"password\":\"p\",\"host\":\"ftp://x\"", "host");
        assertRefused("\"kind\":\"FTPS\"", "password");
        assertRefused("\"kind\":\"FOLDER\",\"folder\":\"relative\"", "full path");
        assertRefused("\"kind\":\"FOLDER\",\"folder\":\"/\"", "appliance itself");
        assertThat(targets.all()).isEmpty();
        assertThat(admin().post("/api/sync/configure", "{\"minutes\":0}").statusCode()).isEqualTo(400);
        assertThat(admin().post("/api/sync/configure", "{\"rules\":{\"modalities\":[\"a b;\"]}}").statusCode()).isEqualTo(400);
        assertThat(admin().post("/api/sync/test", "{\"id\":999}").statusCode()).isEqualTo(404);
    }

    private void assertRefused(String fields, String words) throws IOException {
        var answer = admin().post("/api/sync/configure",
                "{\"targets\":[{\"name\":\"t\",\"username\":\"u\","
                        + (fields.contains("host") ? "" : "\"host\":\"h\",") + fields + "}]}");
        assertThat(answer.statusCode()).as(fields).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        assertThat(WebCaller.text(answer)).contains(words);
    }
}
