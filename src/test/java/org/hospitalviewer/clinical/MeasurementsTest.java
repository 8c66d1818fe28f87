package org.hospitalviewer.clinical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hospitalviewer.access.Role.ADMIN;
import static org.hospitalviewer.access.Role.RADIOLOGIST;
import static org.hospitalviewer.access.Role.TECHNICIAN;
import static org.hospitalviewer.access.Role.VIEWER;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hospitalviewer.ApplianceTest;
import org.hospitalviewer.access.AuditEntry;
import org.hospitalviewer.access.AuditLog;
import org.hospitalviewer.access.Role;
import org.hospitalviewer.access.Users;
import org.hospitalviewer.archive.Archive;
import org.hospitalviewer.archive.Origin;
import org.hospitalviewer.archive.Slice;
import org.hospitalviewer.peers.WebCaller;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Measurements as the viewer and programs see them. */
@ApplianceTest
class MeasurementsTest {

    private static final Origin SCANNER = new Origin(Origin.Door.C_STORE, "CT1", "127.0.0.1");
    private static final String PATH = "/api/measurements";
    private static final String LINE = """
            {"points":[{"x":1.5,"y":2.5},{"x":31.5,"y":42.5}],"value":25.125,"unit":"mm",
             "values":[{"name":"length","value":25.125,"unit":"mm"}],"label":"Läsion 病变"}""";

    @LocalServerPort
    private int port;
    @Autowired
    private Archive archive;
    @Autowired
    private AuditLog audit;
    @Autowired
    private Users users;
    private final ObjectMapper mapper = new ObjectMapper();
    private Clinicians clinicians;
    private Slice slice;

    @BeforeEach
    void receiveASlice() throws IOException {
        clinicians = new Clinicians(users, port, "measuring");
        slice = Slice.alone();
        archive.store(SCANNER, slice.announced(), slice.open());
    }

    private String json(String type, String data) {
        return json(UUID.randomUUID().toString(), type, data);
    }

    private String json(String key, String type, String data) {
        return """
                {"key":"%s","studyInstanceUid":"%s","seriesInstanceUid":"%s","sopInstanceUid":"%s","frame":1,
                 "type":"%s","data":%s}""".formatted(key, slice.studyUid(), slice.seriesUid(), slice.sopUid(), type, data);
    }

    private JsonNode added(String json) throws IOException {
        return read(clinicians.as(RADIOLOGIST).post(PATH, json), 201);
    }

    private JsonNode read(HttpResponse<byte[]> answer, int status) {
        assertThat(answer.statusCode()).as(WebCaller.text(answer)).isEqualTo(status);
        return mapper.readTree(answer.body());
    }

    private HttpResponse<byte[]> put(WebCaller caller, long id, int version, String data) throws IOException {
        return caller.send("PUT", PATH + "/" + id,
                BodyPublishers.ofString("{\"version\":" + version + ",\"data\":" + data + "}"),
                "Content-Type", "application/json");
    }

    private HttpResponse<byte[]> delete(WebCaller caller, long id) throws IOException {
        return caller.send("DELETE", PATH + "/" + id, BodyPublishers.noBody());
    }

    private JsonNode ofStudy(Role reader) throws IOException {
        return read(clinicians.as(reader).get(PATH + "/study/" + slice.studyUid()), 200);
    }

    @Test
    void aMeasurementIsKeptSeenByEverybodyChangedAndDeleted() throws IOException {
        JsonNode made = added(json("length", LINE));
        long id = made.get("id").asLong();
        assertThat(made.get("version").asInt()).isEqualTo(1);

        for (Role reader : Role.values()) {
            JsonNode seen = ofStudy(reader);
            assertThat(seen).as(reader.name()).hasSize(1);
            assertThat(seen.get(0).get("data")).isEqualTo(mapper.readTree(LINE));
            assertThat(seen.get(0).get("createdByName").asString()).isEqualTo("Dr. RADIOLOGIST");
            assertThat(read(clinicians.as(reader).get(PATH + "/series/" + slice.seriesUid()), 200)).isEqualTo(seen);
        }

        JsonNode changed = read(put(clinicians.as(ADMIN), id, 1, LINE.replace("25.125", "26.5")), 200);
        assertThat(changed.get("version").asInt()).isEqualTo(2);
        assertThat(changed.get("createdByName").asString()).isEqualTo("Dr. RADIOLOGIST");
        assertThat(changed.get("modifiedByName").asString()).isEqualTo("Dr. ADMIN");
        assertThat(ofStudy(VIEWER).get(0).get("data").get("value").asDouble()).isEqualTo(26.5);

        assertThat(delete(clinicians.as(RADIOLOGIST), id).statusCode()).isEqualTo(204);
        assertThat(ofStudy(VIEWER)).isEmpty();
        assertThat(delete(clinicians.as(RADIOLOGIST), id).statusCode()).isEqualTo(404);
        assertThat(put(clinicians.as(RADIOLOGIST), id, 2, LINE).statusCode()).isEqualTo(404);
    }

    @Test
    void onlyThoseWhoReadImagesForOthersMayMeasure() throws IOException {
        long id = added(json("length", LINE)).get("id").asLong();
        for (Role reader : List.of(TECHNICIAN, VIEWER)) {
            assertThat(clinicians.as(reader).post(PATH, json("length", LINE)).statusCode()).isEqualTo(403);
            assertThat(put(clinicians.as(reader), id, 1, LINE).statusCode()).isEqualTo(403);
            assertThat(delete(clinicians.as(reader), id).statusCode()).isEqualTo(403);
        }
        assertThat(WebCaller.stranger(port).get(PATH + "/study/" + slice.studyUid()).statusCode()).isEqualTo(401);
        assertThat(ofStudy(VIEWER)).hasSize(1);
    }

    @Test
    void aChangeOfAnOldVersionIsRefusedAndTheOtherOneStays() throws IOException {
        long id = added(json("length", LINE)).get("id").asLong();
        read(put(clinicians.as(ADMIN), id, 1, LINE.replace("25.125", "1.0")), 200);
        HttpResponse<byte[]> stale = put(clinicians.as(RADIOLOGIST), id, 1, LINE.replace("25.125", "2.0"));
        assertThat(stale.statusCode()).isEqualTo(409);
        assertThat(WebCaller.text(stale)).contains("Somebody else");
        assertThat(ofStudy(VIEWER).get(0).get("data").get("value").asDouble()).isEqualTo(1);
    }

    @Test
    void ofTwoChangesAtOnceExactlyOneSucceeds() throws Exception {
        long id = added(json("length", LINE)).get("id").asLong();
        List<Callable<Integer>> changes = IntStream.range(0, 8).<Callable<Integer>>mapToObj(number ->
                () -> put(clinicians.as(RADIOLOGIST), id, 1, LINE.replace("25.125", number + ".5")).statusCode()).toList();
        try (ExecutorService people = Executors.newFixedThreadPool(8)) {
            List<Integer> answers = new ArrayList<>();
            for (Future<Integer> answer : people.invokeAll(changes)) {
                answers.add(answer.get());
            }
            assertThat(answers).containsOnlyOnce(200).containsOnly(200, 409);
        }
    }

    @Test
    void aRequestThatIsRepeatedAddsNothing() throws IOException {
        String json = json("length", LINE);
        JsonNode first = added(json);
        assertThat(added(json).get("id")).isEqualTo(first.get("id"));
        assertThat(ofStudy(VIEWER)).hasSize(1);
    }

    @Test
    void aDeletionIsTakenBackByTheSameKey() throws IOException {
        String json = json("length", LINE);
        long id = added(json).get("id").asLong();
        delete(clinicians.as(RADIOLOGIST), id);
        JsonNode back = read(clinicians.as(ADMIN).post(PATH, json), 201);
        assertThat(back.get("id").asLong()).isEqualTo(id);
        assertThat(back.get("version").asInt()).isEqualTo(3);
        assertThat(back.get("createdByName").asString()).isEqualTo("Dr. RADIOLOGIST");
    }

    @Test
    void aKeyIsNotForTwoMeasurements() throws IOException {
        String key = UUID.randomUUID().toString();
        added(json(key, "length", LINE));
        assertThat(clinicians.as(RADIOLOGIST).post(PATH, json(key, "arrow", LINE)).statusCode()).isEqualTo(409);
    }

    @Test
    void everythingThatIsDoneIsInTheAuditLog() throws IOException {
        String json = json("probe", "{\"points\":[{\"x\":1,\"y\":1}]}");
        long id = added(json).get("id").asLong();
        put(clinicians.as(RADIOLOGIST), id, 1, "{\"points\":[{\"x\":2,\"y\":1}]}");
        delete(clinicians.as(RADIOLOGIST), id);
        added(json);
        ofStudy(VIEWER);
        List<String> done = audit.newest(0, 30).stream().filter(entry -> entry.resourceId().contains(slice.sopUid()))
                .map(AuditEntry::action).toList();
        assertThat(done).containsExactly("RESTORE_MEASUREMENT", "DELETE_MEASUREMENT", "CHANGE_MEASUREMENT",
                "CREATE_MEASUREMENT");
        assertThat(audit.newest(0, 5)).anySatisfy(entry -> {
            assertThat(entry.action()).isEqualTo("READ_MEASUREMENTS");
            assertThat(entry.resourceId()).isEqualTo(slice.studyUid());
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999", "\"NaN\"", "1e7", "null", "\"x\"", "{}", "[]"})
    void placesThatAreNoneAreRefused(String x) throws IOException {
        String data = "{\"points\":[{\"x\":" + x + ",\"y\":1}]}";
        assertThat(clinicians.as(RADIOLOGIST).post(PATH, json("probe", data)).statusCode()).isEqualTo(400);
        assertThat(ofStudy(VIEWER)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "{\"points\":[]}", "{\"points\":[{\"x\":1,\"y\":1},{\"x\":1,\"y\":1}]}", "{\"points\":[null]}",
            "{\"points\":[{\"x\":1,\"y\":1}],\"value\":1e999}",
            "{\"points\":[{\"x\":1,\"y\":1}],\"values\":[{\"name\":\"a b\",\"value\":1}]}",
            "{\"points\":[{\"x\":1,\"y\":1}],\"values\":[{\"name\":\"mean\",\"value\":\"-Infinity\"}]}",
            "{\"points\":[{\"x\":1,\"y\":1}],\"values\":[null]}",
            "{\"points\":[{\"x\":1,\"y\":1}],\"unit\":\"a\\u0000b\"}",
            "{\"points\":[{\"x\":1,\"y\":1}],\"unit\":\"123456789012345678901234567890123\"}",
            "{\"points\":[{\"x\":1,\"y\":1}],\"label\":\"\\u0007\"}", "null", "7"})
    void dataThatMakesNoSenseIsRefusedWithASentence(String data) throws IOException {
        HttpResponse<byte[]> answer = clinicians.as(RADIOLOGIST).post(PATH, json("probe", data));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(mapper.readTree(answer.body()).get("detail").asString()).endsWith(".");
    }

    @Test
    void aChangeIsCheckedLikeANewOne() throws IOException {
        long id = added(json("length", LINE)).get("id").asLong();
        assertThat(put(clinicians.as(RADIOLOGIST), id, 1, "{\"points\":[]}").statusCode()).isEqualTo(400);
        assertThat(put(clinicians.as(RADIOLOGIST), id, 1, "null").statusCode()).isEqualTo(400);
        assertThat(clinicians.as(RADIOLOGIST).send("PUT", PATH + "/" + id, BodyPublishers.ofString("{}")).statusCode())
                .isEqualTo(400);
    }

    @Test
    void unknownTypesKeysFramesAndImagesAreRefused() throws IOException {
        WebCaller reader = clinicians.as(RADIOLOGIST);
        assertThat(reader.post(PATH, json("volume", LINE)).statusCode()).isEqualTo(400);
        assertThat(reader.post(PATH, json("not-a-uuid", "length", LINE)).statusCode()).isEqualTo(400);
        String json = json("length", LINE);
        assertThat(reader.post(PATH, json.replace("\"frame\":1", "\"frame\":2")).statusCode()).isEqualTo(404);
        assertThat(reader.post(PATH, json.replace("\"frame\":1", "\"frame\":0")).statusCode()).isEqualTo(400);
        assertThat(reader.post(PATH, json.replace(slice.sopUid(), "1.2.3.4")).statusCode()).isEqualTo(404);
        assertThat(reader.post(PATH, json.replace(slice.sopUid(), "../etc/passwd")).statusCode()).isEqualTo(400);
        assertThat(reader.post(PATH, json.replace(slice.studyUid(), "1.2.3.4")).statusCode()).isEqualTo(404);
        assertThat(reader.get(PATH + "/study/nonsense").statusCode()).isEqualTo(400);
        for (String body : List.of("", "[]", "null", "{", "{} {}", "\"text\"", "[".repeat(5_000))) {
            assertThat(reader.post(PATH, body).statusCode()).as(body.length() > 10 ? "deep" : body).isEqualTo(400);
        }
    }

    @Test
    void aBodyThatIsTooLongIsRefusedAndAnOutlineOfManyPointsIsNot() throws IOException {
        assertThat(clinicians.as(RADIOLOGIST).post(PATH, json("freehand", outline(2_000))).statusCode()).isEqualTo(201);
        assertThat(clinicians.as(RADIOLOGIST).post(PATH, json("freehand", outline(2_001))).statusCode()).isEqualTo(400);
        assertThat(clinicians.as(RADIOLOGIST).post(PATH, json("freehand", outline(20_000))).statusCode())
                .isEqualTo(413);
    }

    private static String outline(int points) {
        return IntStream.range(0, points).mapToObj(number -> "{\"x\":" + number + ".123456789,\"y\":7.987654321}")
                .collect(Collectors.joining(",", "{\"points\":[", "]}"));
    }

    @Test
    void aPageOfAnotherSiteCannotMeasureThroughTheBrowser() throws IOException {
        HttpResponse<byte[]> answer = clinicians.as(RADIOLOGIST).post(PATH, json("length", LINE),
                "Origin", "https://evil.example");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(ofStudy(VIEWER)).isEmpty();
    }

    @Test
    void aKeyImageNeedsNoPoints() throws IOException {
        assertThat(added(json("key-image", "{}")).get("type").asString()).isEqualTo("key-image");
    }
}
