package org.hospitalviewer.clinical.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.hospitalviewer.access.Role;
import org.hospitalviewer.access.Users;
import org.hospitalviewer.archive.Archive;
import org.hospitalviewer.archive.Origin;
import org.hospitalviewer.archive.Slice;
import org.hospitalviewer.clinical.Clinicians;
import org.hospitalviewer.peers.WebCaller;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * People of each role at the reports of one study, which has one image.
 *
 * @param slice the image
 */
public record ReportDesk(Clinicians clinicians, Slice slice) {

    private static final Origin SCANNER = new Origin(Origin.Door.C_STORE, "CT1", "127.0.0.1");
    public static final String PATH = "/api/reports";
    public static final ObjectMapper MAPPER = new ObjectMapper();

    /** Puts a new study into the archive. */
    public static ReportDesk open(Archive archive, Users users, int port) throws IOException {
        return open(archive, users, port, Slice.alone());
    }

    public static ReportDesk open(Archive archive, Users users, int port, Slice slice) throws IOException {
        archive.store(SCANNER, slice.announced(), slice.open());
        return new ReportDesk(new Clinicians(users, port, "reporting"), slice);
    }

    public static ObjectNode content(String findings) {
        return MAPPER.createObjectNode().put("reportType", "ct-head").put("title", "CT of the head")
                .put("indication", "Headache").put("technique", "Native").put("findings", findings)
                .put("impression", "Normal");
    }

    public ObjectNode newReport(String findings) {
        ObjectNode wanted = MAPPER.createObjectNode().put("key", UUID.randomUUID().toString())
                .put("studyInstanceUid", slice.studyUid());
        wanted.set("content", content(findings));
        return wanted;
    }

    /** A draft of the radiologist. */
    public JsonNode draft(String findings) throws IOException {
        return read(post(Role.RADIOLOGIST, "", newReport(findings)), 201).get("report");
    }

    public static ObjectNode change(int version, String findings) {
        ObjectNode change = MAPPER.createObjectNode().put("version", version);
        change.set("content", content(findings));
        return change;
    }

    public HttpResponse<byte[]> get(Role role, String path) throws IOException {
        return clinicians.as(role).get(PATH + path);
    }

    public HttpResponse<byte[]> post(Role role, String path, JsonNode body) throws IOException {
        return clinicians.as(role).post(PATH + path, body.toString());
    }

    public HttpResponse<byte[]> put(Role role, String path, JsonNode body) throws IOException {
        return clinicians.as(role).send("PUT", PATH + path, BodyPublishers.ofString(body.toString()),
                "Content-Type", "application/json");
    }

    public HttpResponse<byte[]> delete(Role role, String path) throws IOException {
        return clinicians.as(role).send("DELETE", PATH + path, BodyPublishers.noBody());
    }

    /** The answer's JSON, which must have this status. */
    public static JsonNode read(HttpResponse<byte[]> answer, int status) {
        assertThat(answer.statusCode()).as(WebCaller.text(answer)).isEqualTo(status);
        return MAPPER.readTree(answer.body());
    }

    public static String path(JsonNode report) {
        return "/" + report.get("id").asLong();
    }
}
