package org.hospitalviewer.clinical.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hospitalviewer.access.Role.ADMIN;
import static org.hospitalviewer.access.Role.RADIOLOGIST;
import static org.hospitalviewer.access.Role.TECHNICIAN;
import static org.hospitalviewer.access.Role.VIEWER;
import static org.hospitalviewer.clinical.report.ReportDesk.MAPPER;
import static org.hospitalviewer.clinical.report.ReportDesk.change;
import static org.hospitalviewer.clinical.report.ReportDesk.content;
import static org.hospitalviewer.clinical.report.ReportDesk.path;
import static org.hospitalviewer.clinical.report.ReportDesk.read;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.hospitalviewer.ApplianceTest;
import org.hospitalviewer.access.AuditEntry;
import org.hospitalviewer.access.AuditLog;
import org.hospitalviewer.access.Role;
import org.hospitalviewer.access.Users;
import org.hospitalviewer.archive.Archive;
import org.hospitalviewer.peers.WebCaller;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reports as programs and the report panel see them. */
@ApplianceTest
class ReportsTest {

    private static final String HOSTILE = "<script>alert(1)</script> '\"; DROP TABLE medical_reports; -- \\ 报告 تقرير 𝒳";

    @LocalServerPort
    private int port;
    @Autowired
    private Archive archive;
    @Autowired
    private Users users;
    @Autowired
    private AuditLog audit;
    private ReportDesk desk;

    @BeforeEach
    void openDesk() throws IOException {
        desk = ReportDesk.open(archive, users, port);
    }

    private List<JsonNode> ofStudy(Role reader) throws IOException {
        return StreamSupport.stream(read(desk.get(reader, "/study/" + desk.slice().studyUid()), 200).spliterator(), false)
                .map(open -> open.get("report")).toList();
    }

    private JsonNode signed(String findings) throws IOException {
        JsonNode draft = desk.draft(findings);
        return read(desk.post(RADIOLOGIST, path(draft) + "/sign", MAPPER.createObjectNode().put("version", 1)), 200)
                .get("report");
    }

    @Test
    void aReportIsBegunSavedSignedAndAmendedAndEveryVersionStays() throws IOException {
        JsonNode draft = desk.draft("first");
        assertThat(draft.get("status").asString()).isEqualTo("draft");
        JsonNode saved = read(desk.put(ADMIN, path(draft), change(1, HOSTILE)), 200).get("report");
        assertThat(saved.get("version").asInt()).isEqualTo(2);
        assertThat(saved.get("content").get("findings").asString()).isEqualTo(HOSTILE);

        ObjectNode sign = MAPPER.createObjectNode().put("version", 2).put("signatureLine", "Dr. A, radiologist");
        JsonNode signed = read(desk.post(RADIOLOGIST, path(draft) + "/sign", sign), 200).get("report");
        assertThat(signed.get("status").asString()).isEqualTo("final");
        assertThat(signed.get("signature").get("line").asString()).isEqualTo("Dr. A, radiologist");
        assertThat(signed.get("signature").get("signedBy").get("username").asString()).isEqualTo("reporting-RADIOLOGIST");

        assertThat(read(desk.put(RADIOLOGIST, path(draft), change(3, "overwritten")), 409).get("reason").asString())
                .isEqualTo("SIGNED");
        read(desk.delete(RADIOLOGIST, path(draft) + "/working-copy"), 204);
        assertThat(desk.post(RADIOLOGIST, path(draft) + "/amend", change(3, "no reason")).statusCode()).isEqualTo(400);
        JsonNode amended = read(desk.post(RADIOLOGIST, path(draft) + "/amend",
                change(3, "with a fracture").put("reason", "Fracture overlooked")), 200).get("report");
        assertThat(amended.get("status").asString()).isEqualTo("amended");
        assertThat(amended.get("reason").asString()).isEqualTo("Fracture overlooked");

        JsonNode versions = read(desk.get(RADIOLOGIST, path(draft) + "/versions"), 200);
        assertThat(versions).extracting(version -> version.get("status").asString())
                .containsExactly("draft", "draft", "final", "amended");
        assertThat(versions.get(3).get("reason").asString()).isEqualTo("Fracture overlooked");
        JsonNode third = read(desk.get(VIEWER, path(draft) + "/versions/3"), 200);
        assertThat(third.get("content").get("findings").asString()).isEqualTo(HOSTILE);
        assertThat(read(desk.get(VIEWER, path(draft) + "/versions"), 200)).hasSize(2);
        assertThat(desk.get(VIEWER, path(draft) + "/versions/1").statusCode()).isEqualTo(404);
        assertThat(desk.get(RADIOLOGIST, path(draft) + "/versions/5").statusCode()).isEqualTo(404);
    }

    @Test
    void theReferringDoctorReadsSignedReportsOnlyAndTheTechnicianNone() throws IOException {
        JsonNode draft = desk.draft("secret for now");
        assertThat(ofStudy(VIEWER)).isEmpty();
        assertThat(ofStudy(RADIOLOGIST)).hasSize(1);
        for (String path : List.of("", "/versions", "/versions/1")) {
            assertThat(desk.get(VIEWER, path(draft) + path).statusCode()).as(path).isEqualTo(404);
            assertThat(desk.get(TECHNICIAN, path(draft) + path).statusCode()).as(path).isEqualTo(403);
        }
        assertThat(audit.newest(0, 20)).anySatisfy(entry -> {
            assertThat(entry.username()).isEqualTo("reporting-VIEWER");
            assertThat(entry.result()).isEqualTo("DENIED");
            assertThat(entry.resourceId()).contains(desk.slice().studyUid());
        });
        assertThat(desk.get(TECHNICIAN, "/study/" + desk.slice().studyUid()).statusCode()).isEqualTo(403);
        assertThat(WebCaller.text(desk.get(VIEWER, "?limit=500"))).doesNotContain(desk.slice().studyUid());
        read(desk.post(RADIOLOGIST, path(draft) + "/sign", MAPPER.createObjectNode().put("version", 1)), 200);
        assertThat(ofStudy(VIEWER)).hasSize(1);
        assertThat(WebCaller.text(desk.get(VIEWER, "?limit=500"))).contains(desk.slice().studyUid());
        for (Role reader : List.of(VIEWER, TECHNICIAN)) {
            assertThat(desk.put(reader, path(draft), change(1, "x")).statusCode()).isEqualTo(403);
            assertThat(desk.post(reader, "", desk.newReport("x")).statusCode()).isEqualTo(403);
            assertThat(desk.post(reader, path(draft) + "/lock", MAPPER.createObjectNode()).statusCode()).isEqualTo(403);
            assertThat(desk.delete(reader, path(draft)).statusCode()).isEqualTo(403);
        }
    }

    @Test
    void aSaveOfAnOldVersionIsRefusedWithTheNewestAndTheLosersTextIsKept() throws IOException {
        JsonNode draft = desk.draft("start");
        read(desk.put(ADMIN, path(draft), change(1, "of the winner")), 200);
        JsonNode problem = read(desk.put(RADIOLOGIST, path(draft), change(1, "of the loser")), 409);
        assertThat(problem.get("reason").asString()).isEqualTo("VERSION");
        assertThat(problem.get("newest").get("report").get("content").get("findings").asString())
                .isEqualTo("of the winner");
        JsonNode open = read(desk.get(RADIOLOGIST, path(draft)), 200);
        assertThat(open.get("workingCopy").get("content").get("findings").asString()).isEqualTo("of the loser");
        assertThat(open.get("workingCopy").get("basedOnVersion").asInt()).isEqualTo(1);
        assertThat(read(desk.get(ADMIN, path(draft)), 200).get("workingCopy").isNull()).isTrue();
    }

    @Test
    void ofManyWhoSaveAtOnceOneWins() throws Exception {
        JsonNode draft = desk.draft("start");
        List<Callable<Integer>> saves = IntStream.range(0, 8).<Callable<Integer>>mapToObj(number -> () ->
                desk.put(number % 2 == 0 ? RADIOLOGIST : ADMIN, path(draft), change(1, "text " + number)).statusCode())
                .toList();
        try (ExecutorService people = Executors.newFixedThreadPool(8)) {
            List<Integer> answers = new ArrayList<>();
            for (Future<Integer> answer : people.invokeAll(saves)) {
                answers.add(answer.get());
            }
            assertThat(answers).containsOnlyOnce(200).containsOnly(200, 409);
        }
        assertThat(read(desk.get(ADMIN, path(draft) + "/versions"), 200)).hasSize(2);
    }

    @Test
    void aRequestSentTwiceCountsOnce() throws IOException {
        ObjectNode wanted = desk.newReport("once");
        JsonNode first = read(desk.post(RADIOLOGIST, "", wanted), 201).get("report");
        assertThat(read(desk.post(RADIOLOGIST, "", wanted), 201).get("report").get("id")).isEqualTo(first.get("id"));
        assertThat(desk.post(ADMIN, "", wanted).statusCode()).isEqualTo(400);
        read(desk.put(RADIOLOGIST, path(first), change(1, "twice")), 200);
        assertThat(read(desk.put(RADIOLOGIST, path(first), change(1, "twice")), 200).get("report").get("version").asInt())
                .isEqualTo(2);
        assertThat(ofStudy(RADIOLOGIST)).hasSize(1);
    }

    @Test
    void draftsAreDeletedByTheirAuthorAndSignedOnesByAnAdministratorWithAReason() throws IOException {
        JsonNode own = read(desk.post(ADMIN, "", desk.newReport("of the admin")), 201).get("report");
        assertThat(desk.delete(RADIOLOGIST, path(own)).statusCode()).isEqualTo(403);
        JsonNode draft = desk.draft("draft");
        assertThat(desk.delete(RADIOLOGIST, path(draft)).statusCode()).isEqualTo(204);
        assertThat(desk.get(RADIOLOGIST, path(draft)).statusCode()).isEqualTo(404);
        assertThat(desk.put(RADIOLOGIST, path(draft), change(1, "x")).statusCode()).isEqualTo(404);

        JsonNode signed = signed("signed");
        assertThat(desk.delete(RADIOLOGIST, path(signed)).statusCode()).isEqualTo(403);
        assertThat(desk.delete(ADMIN, path(signed)).statusCode()).isEqualTo(400);
        assertThat(desk.delete(ADMIN, path(signed) + "?reason=Wrong%20patient").statusCode()).isEqualTo(204);
        assertThat(desk.get(ADMIN, path(signed)).statusCode()).isEqualTo(404);
        assertThat(desk.delete(ADMIN, path(signed) + "?reason=again").statusCode()).isEqualTo(404);
    }

    @Test
    void nothingIsSignedThatSaysNothingOrForgetsWhatWasTyped() throws IOException {
        ObjectNode wanted = desk.newReport("");
        ((ObjectNode) wanted.get("content")).put("indication", " ").put("technique", "").put("impression", "\n");
        JsonNode empty = read(desk.post(RADIOLOGIST, "", wanted), 201).get("report");
        ObjectNode sign = MAPPER.createObjectNode().put("version", 1);
        assertThat(desk.post(RADIOLOGIST, path(empty) + "/sign", sign).statusCode()).isEqualTo(400);

        JsonNode draft = desk.draft("saved");
        ObjectNode typed = MAPPER.createObjectNode().put("basedOnVersion", 1);
        typed.set("content", content("typed and not saved"));
        read(desk.put(RADIOLOGIST, path(draft) + "/working-copy", typed), 200);
        assertThat(read(desk.post(RADIOLOGIST, path(draft) + "/sign", sign), 409).get("reason").asString())
                .isEqualTo("UNSAVED");
        assertThat(read(desk.post(RADIOLOGIST, path(draft) + "/sign", change(1, "typed and not saved")), 200)
                .get("report").get("content").get("findings").asString()).isEqualTo("typed and not saved");
    }

    @Test
    void everythingThatIsDoneIsInTheAuditLog() throws IOException {
        JsonNode draft = desk.draft("a");
        read(desk.put(RADIOLOGIST, path(draft), change(1, "b")), 200);
        read(desk.get(ADMIN, path(draft)), 200);
        read(desk.put(RADIOLOGIST, path(draft), change(1, "c")), 409);
        read(desk.post(RADIOLOGIST, path(draft) + "/sign", change(2, "d")), 200);
        read(desk.post(RADIOLOGIST, path(draft) + "/amend", change(3, "e").put("reason", "r")), 200);
        desk.delete(ADMIN, path(draft) + "?reason=r");
        List<String> done = audit.newest(0, 30).stream()
                .filter(entry -> entry.resourceId().startsWith(draft.get("id").asLong() + " "))
                .map(entry -> entry.action() + " " + entry.result()).toList();
        assertThat(done).containsExactly("DELETE_REPORT SUCCESS", "AMEND_REPORT SUCCESS", "SIGN_REPORT SUCCESS",
                "SAVE_REPORT FAILED", "READ_REPORT SUCCESS", "SAVE_REPORT SUCCESS", "CREATE_REPORT SUCCESS");
        assertThat(audit.newest(0, 30)).extracting(AuditEntry::resourceType).contains("REPORT");
    }

    @Test
    void whatMakesNoSenseIsRefusedWithASentence() throws IOException {
        JsonNode draft = desk.draft("x");
        List<ObjectNode> bad = new ArrayList<>();
        bad.add(change(1, "x".repeat(ReportContent.LONGEST_TEXT + 1)));
        bad.add(MAPPER.createObjectNode().put("version", 1));
        bad.add(change(1, "x").putNull("version"));
        bad.add(change(1, "x").put("reason", "r".repeat(1_001)));
        ObjectNode images = change(1, "x");
        ((ObjectNode) images.get("content")).putArray("keyImages").addObject().put("sopInstanceUid", "../etc");
        bad.add(images);
        ObjectNode type = change(1, "x");
        ((ObjectNode) type.get("content")).put("reportType", "../../x");
        bad.add(type);
        ObjectNode fields = change(1, "x");
        ((ObjectNode) fields.get("content")).putArray("fields").addObject().put("name", "").put("value", "1");
        bad.add(fields);
        for (ObjectNode body : bad) {
            JsonNode problem = read(desk.put(RADIOLOGIST, path(draft), body), 400);
            assertThat(problem.get("detail").asString()).endsWith(".");
        }
        assertThat(desk.put(RADIOLOGIST, path(draft), change(1, "x".repeat(2_000_000))).statusCode()).isEqualTo(413);
        assertThat(desk.get(RADIOLOGIST, "/study/nonsense").statusCode()).isEqualTo(400);
        assertThat(desk.get(RADIOLOGIST, "?before=yesterday").statusCode()).isEqualTo(400);
        assertThat(desk.get(RADIOLOGIST, "?status=done").statusCode()).isEqualTo(400);
        assertThat(desk.get(RADIOLOGIST, "?assignedTo=x").statusCode()).isEqualTo(400);
        ObjectNode elsewhere = desk.newReport("x").put("studyInstanceUid", "1.2.3.4");
        assertThat(desk.post(RADIOLOGIST, "", elsewhere).statusCode()).isEqualTo(404);
        assertThat(read(desk.get(RADIOLOGIST, path(draft)), 200).get("report").get("version").asInt()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "null", "{", "{} {}", "7", "{\"version\":\"x\"}", "{\"content\":[]}"})
    void bodiesThatAreNoneAreRefused(String body) throws IOException {
        JsonNode draft = desk.draft("x");
        WebCaller radiologist = desk.clinicians().as(RADIOLOGIST);
        for (String route : List.of("/sign", "/amend")) {
            assertThat(radiologist.post(ReportDesk.PATH + path(draft) + route, body).statusCode()).isEqualTo(400);
        }
        assertThat(radiologist.post(ReportDesk.PATH, body).statusCode()).isEqualTo(400);
    }

    @Test
    void textComesBackAsItWasTypedButForWhatNobodySees() throws IOException {
        JsonNode draft = desk.draft("x");
        String body = change(1, "TYPED").toString().replace("TYPED",
                "a\\r\\nb\\u000bc\\u0000d\\u0007\\tend \\ud83d\\ude00 half \\ud83d");
        desk.clinicians().as(RADIOLOGIST).send("PUT", ReportDesk.PATH + path(draft), BodyPublishers.ofString(body),
                "Content-Type", "application/json");
        assertThat(read(desk.get(RADIOLOGIST, path(draft)), 200).get("report").get("content").get("findings").asString())
                .isEqualTo("a\nb\ncd\tend \ud83d\ude00 half \ufffd");
    }

    @Test
    void theListIsPagedNewestFirst() throws IOException {
        List<Long> ids = new ArrayList<>();
        for (int number = 0; number < 5; number++) {
            ids.addFirst(desk.draft("number " + number).get("id").asLong());
        }
        List<Long> seen = new ArrayList<>();
        String before = "";
        for (int page = 0; page < 3; page++) {
            JsonNode answer = read(desk.get(RADIOLOGIST, "?mine=true&status=draft&limit=2&before=" + before), 200);
            answer.get("reports").forEach(entry -> seen.add(entry.get("id").asLong()));
            before = answer.get("next").asString();
        }
        assertThat(seen.subList(0, 5)).isEqualTo(ids);
    }
}
