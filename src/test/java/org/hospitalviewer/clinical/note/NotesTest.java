package org.hospitalviewer.clinical.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hospitalviewer.access.Role.ADMIN;
import static org.hospitalviewer.access.Role.RADIOLOGIST;
import static org.hospitalviewer.access.Role.TECHNICIAN;
import static org.hospitalviewer.access.Role.VIEWER;
import static org.hospitalviewer.clinical.report.ReportDesk.MAPPER;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.hospitalviewer.ApplianceTest;
import org.hospitalviewer.access.AuditLog;
import org.hospitalviewer.access.Role;
import org.hospitalviewer.access.Users;
import org.hospitalviewer.archive.Archive;
import org.hospitalviewer.archive.Slice;
import org.hospitalviewer.clinical.report.ReportDesk;
import org.hospitalviewer.peers.WebCaller;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Notes over HTTP. */
@ApplianceTest
class NotesTest {

    @LocalServerPort
    private int port;
    @Autowired
    private Archive archive;
    @Autowired
    private Users users;
    @Autowired
    private AuditLog audit;
    private ReportDesk desk;
    private Slice slice;

    @BeforeEach
    void oneStudy() throws IOException {
        desk = ReportDesk.open(archive, users, port);
        slice = desk.slice();
    }

    @Test
    void aNoteBelongsToAStudyASeriesOrAnInstance() throws IOException {
        add(TECHNICIAN, wanted("Moved in the scanner").put("category", "technical"), 201);
        add(RADIOLOGIST, wanted("Only this series").put("seriesInstanceUid", slice.seriesUid()), 201);
        add(RADIOLOGIST, wanted("This image").put("seriesInstanceUid", slice.seriesUid())
                .put("sopInstanceUid", slice.sopUid()), 201);

        JsonNode ofStudy = read(as(ADMIN).get("/api/notes/study/" + slice.studyUid()), 200);
        assertThat(ofStudy.findValuesAsString("text")).containsExactly("Moved in the scanner", "Only this series", "This image");
        assertThat(ofStudy.get(0).get("category").asString()).isEqualTo("technical");
        assertThat(ofStudy.get(0).get("createdBy").get("fullName").asString()).isEqualTo("Dr. TECHNICIAN");
        assertThat(ofStudy.get(0).get("seriesInstanceUid").isNull()).isTrue();
        assertThat(read(as(ADMIN).get("/api/notes/series/" + slice.seriesUid()), 200).findValuesAsString("text"))
                .containsExactly("Only this series", "This image");
    }

    @Test
    void onlyItsAuthorOrAnAdministratorChangesANote() throws IOException {
        JsonNode note = add(TECHNICIAN, wanted("First"), 201);
        assertThat(change(RADIOLOGIST, note, 1, "Not mine").statusCode()).isEqualTo(403);
        assertThat(as(RADIOLOGIST).send("DELETE", path(note), BodyPublishers.noBody()).statusCode()).isEqualTo(403);

        JsonNode second = read(change(TECHNICIAN, note, 1, "Second"), 200);
        assertThat(second.get("version").asInt()).isEqualTo(2);
        assertThat(second.get("modifiedBy").get("username").asString()).isEqualTo("reporting-TECHNICIAN");
        JsonNode third = read(change(ADMIN, note, 2, "Third"), 200);
        assertThat(third.get("createdBy").get("username").asString()).isEqualTo("reporting-TECHNICIAN");
        assertThat(third.get("modifiedBy").get("username").asString()).isEqualTo("reporting-ADMIN");
    }

    @Test
    void whoChangesAnOlderVersionIsToldAndNothingIsOverwritten() throws IOException {
        JsonNode note = add(RADIOLOGIST, wanted("First"), 201);
        read(change(RADIOLOGIST, note, 1, "Second"), 200);
        JsonNode problem = read(change(RADIOLOGIST, note, 1, "Lost?"), 409);
        assertThat(problem.get("detail").asString()).contains("meanwhile");
        assertThat(read(as(ADMIN).get("/api/notes/study/" + slice.studyUid()), 200).findValuesAsString("text"))
                .containsExactly("Second");
    }

    @Test
    void aDeletedNoteIsGoneAndTheAuditLogKnowsWhoDidIt() throws IOException {
        JsonNode note = add(RADIOLOGIST, wanted("Wrong patient"), 201);
        assertThat(as(RADIOLOGIST).send("DELETE", path(note), BodyPublishers.noBody()).statusCode()).isEqualTo(204);
        assertThat(as(RADIOLOGIST).send("DELETE", path(note), BodyPublishers.noBody()).statusCode()).isEqualTo(404);
        assertThat(change(RADIOLOGIST, note, 2, "Back").statusCode()).isEqualTo(404);
        assertThat(read(as(ADMIN).get("/api/notes/study/" + slice.studyUid()), 200)).isEmpty();
        assertThat(audit.newest(0, 50)).anyMatch(entry -> entry.action().equals("DELETE_NOTE")
                && entry.resourceId().contains(slice.studyUid()));
    }

    @Test
    void hostileTextComesBackAsTextAndControlCharactersDoNot() throws IOException {
        String text = "<script>alert(1)</script>\u0000 '; DROP TABLE users; -- \uD83D\uDE00 \u0645\u0631\u062d\u0628\u0627";
        assertThat(add(RADIOLOGIST, wanted(text), 201).get("text").asString()).isEqualTo(text.replace("\u0000", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "null", "{\"studyInstanceUid\":\"%s\"}", "{\"studyInstanceUid\":\"%s\",\"text\":\" \\n \"}",
        "{\"studyInstanceUid\":\"%s\",\"text\":\"x\",\"category\":\"gossip\"}", "{\"studyInstanceUid\":\"%s\",\"text\":\"x\",",
        "{\"studyInstanceUid\":\"%s\",\"text\":\"x\",\"sopInstanceUid\":\"1.2\"}", "{\"studyInstanceUid\":\"1.2' OR 1\",\"text\":\"x\"}"})
    void whatMakesNoSenseIsRefusedWithASentence(String body) throws IOException {
        JsonNode problem = read(as(RADIOLOGIST).post("/api/notes", body.formatted(slice.studyUid())), 400);
        assertThat(problem.get("detail").asString()).isNotBlank();
    }

    @Test
    void whatIsTooLongIsRefused() throws IOException {
        add(RADIOLOGIST, wanted("x".repeat(10_000)), 201);
        add(RADIOLOGIST, wanted("x".repeat(10_001)), 400);
        add(RADIOLOGIST, wanted("x".repeat(300_000)), 413);
    }

    @Test
    void notesOnWhatTheArchiveDoesNotHaveAreRefused() throws IOException {
        add(RADIOLOGIST, wanted("x").put("studyInstanceUid", "1.2.3.4"), 404);
        add(RADIOLOGIST, wanted("x").put("seriesInstanceUid", "1.2.3.4"), 404);
        add(RADIOLOGIST, wanted("x").put("seriesInstanceUid", slice.seriesUid()).put("sopInstanceUid", "1.2.3.4"), 404);
    }

    @Test
    void referringDoctorsSeeNoNotes() throws IOException {
        assertThat(as(VIEWER).get("/api/notes/study/" + slice.studyUid()).statusCode()).isEqualTo(403);
        add(VIEWER, wanted("x"), 403);
    }

    private ObjectNode wanted(String text) {
        return MAPPER.createObjectNode().put("studyInstanceUid", slice.studyUid()).put("text", text);
    }

    private JsonNode add(Role role, ObjectNode wanted, int status) throws IOException {
        return read(as(role).post("/api/notes", wanted.toString()), status);
    }

    private HttpResponse<byte[]> change(Role role, JsonNode note, int version, String text) throws IOException {
        return as(role).send("PUT", path(note), BodyPublishers.ofString(MAPPER.createObjectNode().put("version", version)
                .put("text", text).toString()), "Content-Type", "application/json");
    }

    private static String path(JsonNode note) {
        return "/api/notes/" + note.get("id").asLong();
    }

    private WebCaller as(Role role) {
        return desk.clinicians().as(role);
    }

    private static JsonNode read(HttpResponse<byte[]> answer, int status) {
        return ReportDesk.read(answer, status);
    }
}
