package org.hospitalviewer.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.hospitalviewer.ApplianceTest;
import org.hospitalviewer.FreshHome;
import org.hospitalviewer.access.AuditEntry;
import org.hospitalviewer.access.AuditLog;
import org.hospitalviewer.appliance.job.JobService;
import org.hospitalviewer.appliance.settings.Settings;
import org.hospitalviewer.archive.Archive;
import org.hospitalviewer.archive.Origin;
import org.hospitalviewer.archive.Slice;
import org.hospitalviewer.archive.TrashEntry;
import org.hospitalviewer.dicom.data.Tag;
import org.hospitalviewer.dicom.data.VR;
import org.hospitalviewer.peers.WebCaller;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Deletion, trash and restoration as programs see them. */
@ApplianceTest
class TrashRestTest {

    private static final Origin SCANNER = new Origin(Origin.Door.C_STORE, "CT1", "127.0.0.1");

    @LocalServerPort
    private int port;
    @Autowired
    private Archive archive;
    @Autowired
    private AuditLog audit;
    @Autowired
    private Settings settings;
    @Autowired
    private JobService jobs;
    private final ObjectMapper mapper = new ObjectMapper();

    private WebCaller admin() {
        return WebCaller.stranger(port).as(FreshHome.ADMIN, FreshHome.PASSWORD);
    }

    private Slice stored() throws IOException {
        Slice slice = Slice.alone().with(Tag.PatientName, VR.PN, "M\u00fcller^Anna");
        archive.store(SCANNER, slice.announced(), slice.open());
        return slice;
    }

    private JsonNode delete(Slice slice) throws IOException {
        var answer = admin().send("DELETE", "/api/studies/" + slice.studyUid(), BodyPublishers.noBody());
        assertThat(answer.statusCode()).isEqualTo(200);
        return mapper.readTree(answer.body());
    }

    private int images(Slice slice) throws IOException {
        return admin().get("/dicom-web/studies/" + slice.studyUid() + "/metadata").statusCode();
    }

    private List<String> audited(String word) {
        return audit.newest(0, 50).stream().filter(entry -> entry.resourceId().contains(word))
                .filter(entry -> entry.result().equals("SUCCESS")).map(AuditEntry::action).toList();
    }

    @Test
    void aStudyIsDeletedListedAndRestoredAndEachOfItAudited() throws Exception {
        Slice slice = stored();
        JsonNode entry = delete(slice);
        String id = entry.get("id").asString();
        assertThat(images(slice)).isEqualTo(404);
        assertThat(entry.get("patientName").asString()).isEqualTo("M\u00fcller^Anna");
        assertThat(entry.get("deletedBy").asString()).isEqualTo(FreshHome.ADMIN);
        assertThat(Instant.parse(entry.get("keptUntil").asString()))
                .isEqualTo(Instant.parse(entry.get("deletedAt").asString()).plus(Duration.ofDays(30)));
        assertThat(WebCaller.text(admin().get("/api/trash"))).contains(id);

        assertThat(WebCaller.text(admin().post("/api/trash/" + id + "/restore", ""))).contains("\"restored\":1");

        assertThat(images(slice)).isEqualTo(200);
        assertThat(WebCaller.text(admin().get("/api/trash"))).doesNotContain(id);
        assertThat(audited(slice.studyUid())).contains("DELETE_STUDIES", "RESTORE_STUDIES");
    }

    @Test
    void whatIsNotThereIsNotFound() throws Exception {
        for (String uid : List.of("1.2.3.4.5", "nonsense", "..", "%2e%2e%2farchive")) {
            assertThat(admin().send("DELETE", "/api/studies/" + uid, BodyPublishers.noBody()).statusCode()).as(uid)
                    .isIn(400, 404);
            assertThat(admin().send("DELETE", "/api/trash/" + uid, BodyPublishers.noBody()).statusCode()).as(uid)
                    .isIn(400, 404);
        }
        assertThat(admin().post("/api/trash/20260101-000000-00000000/restore", "").statusCode()).isEqualTo(404);
    }

    @Test
    void anEntryIsDeletedForEver() throws Exception {
        Slice slice = stored();
        String id = delete(slice).get("id").asString();
        assertThat(admin().send("DELETE", "/api/trash/" + id, BodyPublishers.noBody()).statusCode()).isEqualTo(204);
        assertThat(admin().post("/api/trash/" + id + "/restore", "").statusCode()).isEqualTo(404);
        assertThat(audited(slice.studyUid())).contains("PURGE_TRASH");
    }

    @Test
    void theJobDeletesForEverOnlyWhatHasWaitedForTheTimeSet() throws Exception {
        String id = delete(stored()).get("id").asString();
        assertThat(purgedAfter(Duration.ofDays(30).minusHours(1))).contains("0");
        assertThat(ids()).contains(id);
        assertThat(purgedAfter(Duration.ofDays(30).plusHours(1))).doesNotContain(": 0");
        assertThat(ids()).doesNotContain(id);
        assertThat(jobs.kinds()).contains("trash-purge");
    }

    private List<String> ids() throws IOException {
        return archive.trash().orElseThrow().entries().stream().map(TrashEntry::id).toList();
    }

    private String purgedAfter(Duration time) throws IOException {
        Clock later = Clock.fixed(Instant.now().plus(time), ZoneOffset.UTC);
        return new TrashPurge(archive, settings, audit, later).run(new SilentProgress());
    }
}
