package org.hospitalviewer.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.hospitalviewer.ApplianceTest;
import org.hospitalviewer.FreshHome;
import org.hospitalviewer.access.AuditLog;
import org.hospitalviewer.archive.Archive;
import org.hospitalviewer.archive.Origin;
import org.hospitalviewer.archive.Slice;
import org.hospitalviewer.dicom.data.Tag;
import org.hospitalviewer.peers.Await;
import org.hospitalviewer.peers.WebCaller;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Corrections as programs see them. */
@ApplianceTest
class CorrectionRestTest {

    private static final Origin SCANNER = new Origin(Origin.Door.C_STORE, "CT1", "127.0.0.1");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @LocalServerPort
    private int port;
    @Autowired
    private Archive archive;
    @Autowired
    private AuditLog audit;
    @Autowired
    private StudyCorrections corrections;
    private final ObjectMapper mapper = new ObjectMapper();

    private WebCaller admin() {
        return WebCaller.stranger(port).as(FreshHome.ADMIN, FreshHome.PASSWORD);
    }

    private Slice stored() throws IOException {
        Slice slice = Slice.alone();
        archive.store(SCANNER, slice.announced(), slice.open());
        return slice;
    }

    private JsonNode ask(Slice slice, String values) throws IOException {
        var answer = admin().post("/api/studies/" + slice.studyUid() + "/corrections", values);
        assertThat(answer.statusCode()).as(WebCaller.text(answer)).isEqualTo(202);
        return mapper.readTree(answer.body());
    }

    private JsonNode correction(long id) throws IOException {
        return mapper.readTree(admin().get("/api/corrections/" + id).body());
    }

    private void await(long id, String state) {
        Await.until("correction " + id + " is " + state, PATIENCE,
                () -> correction(id).get("state").asString().equals(state));
    }

    private String search(Slice slice) throws IOException {
        return WebCaller.text(admin().get("/dicom-web/studies?StudyInstanceUID=" + slice.studyUid()));
    }

    @Test
    void aCorrectionIsAskedForCarriedOutAuditedAndUndone() throws Exception {
        Slice slice = stored();
        JsonNode asked = ask(slice, "{\"PatientName\":\"M\u00fcller^Anna\",\"PatientID\":\"4711\"}");
        long id = asked.get("id").asLong();
        assertThat(asked.get("oldValues").get("PatientID").asString()).isEqualTo("SLICE");
        await(id, "APPLIED");
        assertThat(correction(id).get("message").asString()).isEqualTo("1 objects corrected.");
        assertThat(search(slice)).contains("M\u00fcller^Anna").contains("\"4711\"").doesNotContain("SLICE");
        assertThat(audit.newest(0, 20)).anySatisfy(entry -> {
            assertThat(entry.action()).isEqualTo("CORRECT_STUDIES");
            assertThat(entry.resourceId()).contains(slice.studyUid()).contains("SLICE").contains("4711");
        });

        assertThat(admin().post("/api/corrections/" + id + "/undo", "").statusCode()).isEqualTo(202);
        await(id, "UNDONE");
        assertThat(search(slice)).contains("SLICE").doesNotContain("\"4711\"");
        assertThat(admin().post("/api/corrections/" + id + "/undo", "").statusCode()).isEqualTo(409);
    }

    @Test
    void severalAreCarriedOutInTheirOrderAndOnlyTheLastCanBeUndone() throws Exception {
        Slice slice = stored();
        long first = ask(slice, "{\"PatientID\":\"1\"}").get("id").asLong();
        long second = ask(slice, "{\"PatientID\":\"2\"}").get("id").asLong();
        await(first, "APPLIED");
        await(second, "APPLIED");
        assertThat(search(slice)).contains("\"2\"");
        assertThat(admin().post("/api/corrections/" + first + "/undo", "").statusCode()).isEqualTo(409);
        assertThat(admin().post("/api/corrections/" + second + "/undo", "").statusCode()).isEqualTo(202);
        await(second, "UNDONE");
        assertThat(search(slice)).contains("\"1\"");
        assertThat(admin().post("/api/corrections/" + first + "/undo", "").statusCode()).isEqualTo(202);
        await(first, "UNDONE");
        assertThat(search(slice)).contains("SLICE");
    }

    @Test
    void whatArrivesLaterIsToldAndCorrectedByApplyingAgain() throws Exception {
        Slice slice = stored();
        long id = ask(slice, "{\"PatientID\":\"4712\"}").get("id").asLong();
        await(id, "APPLIED");
        Slice late = Slice.of(slice.studyUid(), slice.seriesUid(), 2, 8);
        archive.store(SCANNER, late.announced(), late.open());
        assertThat(admin().post("/api/corrections/" + id + "/apply", "").statusCode()).isEqualTo(202);
        await(id, "APPLIED");
        assertThat(correction(id).get("objects").asInt()).isEqualTo(2);
        assertThat(archive.instance(late.studyUid(), late.seriesUid(), late.sopUid()).orElseThrow().metadata()
                .getString(Tag.PatientID)).isEqualTo("4712");
    }

    @Test
    void wrongValuesAreRefusedWithTheReasonOfEach() throws Exception {
        Slice slice = stored();
        String path = "/api/studies/" + slice.studyUid() + "/corrections";
        var answer = admin().post(path, "{\"PatientBirthDate\":\"19700230\",\"PatientSex\":\"X\",\"PatientName\":\"a\\nb\"}");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(WebCaller.text(answer)).contains("PatientBirthDate: DATE", "PatientSex: SEX",
                "PatientName: CHARACTERS");
        for (String values : List.of("{\"SOPInstanceUID\":\"1.2\"}", "{\"nonsense\":\"1\"}", "[]", "x",
                "{\"PatientID\":{\"a\":1}}")) {
            assertThat(admin().post(path, values).statusCode()).as(values).isEqualTo(400);
        }
        assertThat(admin().post(path, "{\"PatientID\":\"SLICE\"}").statusCode()).isEqualTo(404);
        assertThat(admin().post("/api/studies/1.2.3.4/corrections", "{\"PatientID\":\"1\"}").statusCode())
                .isEqualTo(404);
        assertThat(corrections.isPossible()).isTrue();
    }
}
