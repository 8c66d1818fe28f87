package org.hospitalviewer.clinical.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hospitalviewer.access.Role.ADMIN;
import static org.hospitalviewer.access.Role.RADIOLOGIST;
import static org.hospitalviewer.clinical.report.ReportDesk.MAPPER;
import static org.hospitalviewer.clinical.report.ReportDesk.path;
import static org.hospitalviewer.clinical.report.ReportDesk.read;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import org.hospitalviewer.ApplianceTest;
import org.hospitalviewer.access.Role;
import org.hospitalviewer.access.Users;
import org.hospitalviewer.archive.Archive;
import org.hospitalviewer.archive.Slice;
import org.hospitalviewer.clinical.report.ReportDesk;
import org.hospitalviewer.dicom.data.Tag;
import org.hospitalviewer.dicom.data.VR;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Templates and text blocks as the report panel and the administrator see them. */
@ApplianceTest
class TemplatesTest {

    private static final String TEMPLATES = "/api/report-templates";
    private static final String SNIPPETS = "/api/report-snippets";

    @LocalServerPort
    private int port;
    @Autowired
    private Archive archive;
    @Autowired
    private Users users;
    private ReportDesk desk;

    @BeforeEach
    void openDesk() throws IOException {
        desk = ReportDesk.open(archive, users, port, Slice.alone().with(Tag.BodyPartExamined, VR.CS, "CHEST"));
    }

    private JsonNode get(Role role, String path) throws IOException {
        return read(desk.clinicians().as(role).get(path), 200);
    }

    private HttpResponse<byte[]> send(Role role, String method, String path, Object body) throws IOException {
        return desk.clinicians().as(role).send(method, path, BodyPublishers.ofString(body.toString()),
                "Content-Type", "application/json");
    }

    private static List<String> keys(JsonNode templates) {
        return templates.valueStream().map(template -> template.get("key").asString()).toList();
    }

    private static ObjectNode template(String key, String name) {
        return MAPPER.createObjectNode().put("key", key).put("name", name).put("findings", "Özgür: 正常.");
    }

    @Test
    void aReportBeginsWithTheTemplateThatFitsItsStudy() throws IOException {
        List<String> offered = keys(get(RADIOLOGIST, TEMPLATES + "?study=" + desk.slice().studyUid()));
        assertThat(offered).startsWith("ct-chest").endsWith("blank").doesNotContain("mr-knee");
        assertThat(keys(get(RADIOLOGIST, TEMPLATES + "?modality=MR&bodyPart=KNEE"))).startsWith("mr-knee");
        assertThat(keys(get(RADIOLOGIST, TEMPLATES))).hasSizeGreaterThanOrEqualTo(11);

        ObjectNode wanted = MAPPER.createObjectNode().put("studyInstanceUid", desk.slice().studyUid())
                .put("template", "mammography");
        JsonNode report = read(desk.post(RADIOLOGIST, "", wanted), 201).get("report");
        assertThat(report.get("content").get("reportType").asString()).isEqualTo("mammography");
        assertThat(report.get("content").get("findings").asString()).startsWith("Right breast:");
        assertThat(desk.post(RADIOLOGIST, "", wanted.put("template", "none-such")).statusCode()).isEqualTo(400);

        ObjectNode sign = MAPPER.createObjectNode().put("version", 1);
        assertThat(read(desk.post(RADIOLOGIST, path(report) + "/sign", sign), 400).get("detail").asString())
                .isEqualTo("This is still open: Breast density (ACR).");
        ObjectNode content = (ObjectNode) report.get("content");
        content.get("fields").forEach(field -> ((ObjectNode) field).put("value", "1 – Negative"));
        sign.set("content", content);
        assertThat(read(desk.post(RADIOLOGIST, path(report) + "/sign", sign), 200).get("report").get("status").asString())
                .isEqualTo("final");
    }

    @Test
    void theAdministratorsCopyWinsIsSwitchedOffAndReset() throws IOException {
        String path = TEMPLATES + "/mr-knee";
        JsonNode changed = read(send(ADMIN, "PUT", path, template("ignored", "Our knee").put("modalities", "MR")
                .set("modalities", MAPPER.createArrayNode().add("MR"))), 200);
        assertThat(changed.get("builtIn").asBoolean()).isTrue();
        assertThat(changed.get("edited").asBoolean()).isTrue();
        assertThat(get(RADIOLOGIST, TEMPLATES + "?modality=MR")).anySatisfy(one ->
                assertThat(one.get("name").asString()).isEqualTo("Our knee"));
        read(send(ADMIN, "PUT", path, template("mr-knee", "Our knee").put("active", false)), 200);
        assertThat(keys(get(RADIOLOGIST, TEMPLATES))).doesNotContain("mr-knee");
        assertThat(get(ADMIN, TEMPLATES + "/all")).anySatisfy(one ->
                assertThat(one.get("template").get("key").asString()).isEqualTo("mr-knee"));
        assertThat(send(ADMIN, "DELETE", path, "").statusCode()).isEqualTo(204);
        assertThat(send(ADMIN, "DELETE", path, "").statusCode()).isEqualTo(404);
        assertThat(keys(get(RADIOLOGIST, TEMPLATES + "?modality=MR&bodyPart=KNEE"))).startsWith("mr-knee");
    }

    @Test
    void aTemplateOfOnesOwnIsMadeAndBadOnesAreRefused() throws IOException {
        read(send(ADMIN, "POST", TEMPLATES, template("our-shoulder", "Shoulder <b>")), 201);
        assertThat(send(ADMIN, "POST", TEMPLATES, template("our-shoulder", "Again")).statusCode()).isEqualTo(400);
        assertThat(send(RADIOLOGIST, "POST", TEMPLATES, template("mine", "Mine")).statusCode()).isEqualTo(403);
        assertThat(send(ADMIN, "PUT", TEMPLATES + "/none", template("none", "None")).statusCode()).isEqualTo(404);
        for (ObjectNode bad : List.of(template("../x", "x"), template("Upper", "x"), template("x", " "),
                template("x", "n".repeat(201)), template("x", "x").put("findings", "f".repeat(20_001)),
                field("{\"name\":\"a b\"}"), field("{\"name\":\"a\",\"kind\":\"choice\"}"),
                field("{\"name\":\"a\",\"choices\":[{\"value\":\"\"}],\"kind\":\"choice\"}"),
                field("{\"name\":\"a\"},{\"name\":\"a\"}"), field("{\"name\":\"a\",\"kind\":\"colour\"}"), field("null"))) {
            assertThat(send(ADMIN, "POST", TEMPLATES, bad).statusCode()).as(bad.toString()).isEqualTo(400);
        }
        assertThat(send(ADMIN, "DELETE", TEMPLATES + "/our-shoulder", "").statusCode()).isEqualTo(204);
    }

    private static ObjectNode field(String json) {
        ObjectNode template = template("bad-fields", "x");
        template.set("fields", MAPPER.readTree("[" + json + "]"));
        return template;
    }

    private static ObjectNode snippet(String shortcut, String text, boolean shared) {
        return MAPPER.createObjectNode().put("shortcut", shortcut).put("text", text).put("shared", shared);
    }

    @Test
    void textBlocksAreOnesOwnOrEverybodys() throws IOException {
        JsonNode own = read(send(RADIOLOGIST, "POST", SNIPPETS, snippet(".normabd", "My own words", false)), 201);
        List<JsonNode> seen = get(RADIOLOGIST, SNIPPETS).valueStream()
                .filter(one -> one.get("shortcut").asString().equals(".normabd")).toList();
        assertThat(seen).hasSize(2);
        assertThat(seen.getFirst().get("text").asString()).isEqualTo("My own words");
        assertThat(seen.getLast().get("shared").asBoolean()).isTrue();
        String path = SNIPPETS + "/" + own.get("id").asLong();
        assertThat(send(ADMIN, "PUT", path, snippet(".x", "y", false)).statusCode()).isEqualTo(404);
        assertThat(send(ADMIN, "DELETE", path, "").statusCode()).isEqualTo(404);
        assertThat(send(RADIOLOGIST, "POST", SNIPPETS, snippet(".normabd", "twice", false)).statusCode()).isEqualTo(400);
        assertThat(send(RADIOLOGIST, "POST", SNIPPETS, snippet(".all", "no", true)).statusCode()).isEqualTo(403);
        String shared = SNIPPETS + "/" + seen.getLast().get("id").asLong();
        assertThat(send(RADIOLOGIST, "DELETE", shared, "").statusCode()).isEqualTo(403);
        assertThat(read(send(RADIOLOGIST, "PUT", path, snippet(".mein-ä", "正常", false)), 200).get("text").asString())
                .isEqualTo("正常");
        assertThat(send(RADIOLOGIST, "DELETE", path, "").statusCode()).isEqualTo(204);
        assertThat(send(RADIOLOGIST, "DELETE", path, "").statusCode()).isEqualTo(404);
        for (ObjectNode bad : List.of(snippet("x", "y", false), snippet(".", "y", false), snippet(".a b", "y", false),
                snippet(".a", " ", false), snippet(".a", "\u0007", false), snippet(".a", "y".repeat(10_001), false))) {
            assertThat(send(RADIOLOGIST, "POST", SNIPPETS, bad).statusCode()).as(bad.toString()).isEqualTo(400);
        }
    }
}
