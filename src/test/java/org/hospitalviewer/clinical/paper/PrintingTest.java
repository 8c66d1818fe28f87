package org.hospitalviewer.clinical.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hospitalviewer.access.Role.ADMIN;
import static org.hospitalviewer.access.Role.RADIOLOGIST;
import static org.hospitalviewer.access.Role.TECHNICIAN;
import static org.hospitalviewer.access.Role.VIEWER;
import static org.hospitalviewer.clinical.report.ReportDesk.change;
import static org.hospitalviewer.clinical.report.ReportDesk.path;
import static org.hospitalviewer.clinical.report.ReportDesk.read;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import javax.imageio.ImageIO;
import org.hospitalviewer.ApplianceTest;
import org.hospitalviewer.access.AuditLog;
import org.hospitalviewer.access.Role;
import org.hospitalviewer.access.Users;
import org.hospitalviewer.appliance.settings.SettingField;
import org.hospitalviewer.appliance.settings.Settings;
import org.hospitalviewer.archive.Archive;
import org.hospitalviewer.clinical.report.ReportDesk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openpdf.text.pdf.PdfReader;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The PDF of a report and the logo on it, as programs and browsers get them. */
@ApplianceTest
class PrintingTest {

    private static final String LOGO = "/api/letterhead/logo";

    @LocalServerPort
    private int port;
    @Autowired
    private Archive archive;
    @Autowired
    private Users users;
    @Autowired
    private AuditLog audit;
    @Autowired
    private Settings settings;
    private ReportDesk desk;

    @BeforeEach
    void openDesk() throws IOException {
        desk = ReportDesk.open(archive, users, port);
    }

    private HttpResponse<byte[]> pdf(Role role, JsonNode report, String query) throws IOException {
        return desk.get(role, path(report) + "/pdf" + query);
    }

    private static int pictures(HttpResponse<byte[]> pdf) {
        return new String(pdf.body(), StandardCharsets.ISO_8859_1).split("/Subtype/Image", -1).length - 1;
    }

    @Test
    void aReportIsPrintedWithItsKeyImagesForWhoeverMayReadIt() throws IOException {
        JsonNode draft = desk.draft("Läsion");
        ObjectNode change = change(1, "with images");
        ArrayNode images = ((ObjectNode) change.get("content")).putArray("keyImages");
        images.addObject().put("seriesInstanceUid", desk.slice().seriesUid())
                .put("sopInstanceUid", desk.slice().sopUid()).put("frame", 1).put("caption", "Läsion 病变");
        images.addObject().put("seriesInstanceUid", "1.2.3").put("sopInstanceUid", "1.2.3.4").put("frame", 1);
        images.addObject().put("seriesInstanceUid", desk.slice().seriesUid())
                .put("sopInstanceUid", desk.slice().sopUid()).put("frame", 9);
        read(desk.put(RADIOLOGIST, path(draft), change), 200);

        HttpResponse<byte[]> printed = pdf(RADIOLOGIST, draft, "");
        assertThat(printed.statusCode()).isEqualTo(200);
        assertThat(printed.headers().firstValue("Content-Type")).hasValue("application/pdf");
        assertThat(printed.headers().firstValue("Content-Disposition").orElseThrow()).startsWith("inline");
        assertThat(pictures(printed)).isEqualTo(1);
        assertThat(audit.newest(0, 5)).anySatisfy(entry -> assertThat(entry.action()).isEqualTo("PRINT_REPORT"));
        assertThat(pictures(pdf(RADIOLOGIST, draft, "?version=1"))).isZero();
        assertThat(pdf(RADIOLOGIST, draft, "?version=7").statusCode()).isEqualTo(404);
        assertThat(pdf(RADIOLOGIST, draft, "?download=true").headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment");

        assertThat(pdf(VIEWER, draft, "").statusCode()).isEqualTo(404);
        assertThat(pdf(TECHNICIAN, draft, "").statusCode()).isEqualTo(403);
        read(desk.post(RADIOLOGIST, path(draft) + "/sign", change(2, "signed")), 200);
        assertThat(pdf(VIEWER, draft, "").statusCode()).isEqualTo(200);
        assertThat(pdf(VIEWER, draft, "?version=1").statusCode()).isEqualTo(404);
    }

    @Test
    void thePaperIsInTheLanguageOfTheClinicAndAProblemInThatOfWhoAsks() throws IOException {
        JsonNode draft = desk.draft("x");
        try {
            assertThat(settings.change(Map.of(SettingField.DOCUMENT_LANGUAGE, "es"))).isEmpty();
            assertThat(title(desk.clinicians().as(ADMIN).get("/api/letterhead/sample"))).isEqualTo("Informe de muestra");
            assertThat(title(desk.clinicians().as(ADMIN).get("/api/letterhead/sample", "Accept-Language", "en")))
                    .isEqualTo("Informe de muestra");
        } finally {
            settings.change(Map.of(SettingField.DOCUMENT_LANGUAGE, "en"));
        }
        assertThat(title(desk.clinicians().as(ADMIN).get("/api/letterhead/sample", "Accept-Language", "es")))
                .isEqualTo("Sample of a report");
        assertThat(detail(draft)).isEqualTo("There is no such report or version.");
        assertThat(detail(draft, "Accept-Language", "de")).isEqualTo("There is no such report or version.");
        assertThat(detail(draft, "Accept-Language", "fr, es-CO;q=0.8, en;q=0.1"))
                .isEqualTo("No existe ese informe o esa versión.");
    }

    private String detail(JsonNode report, String... headers) throws IOException {
        return read(desk.clinicians().as(RADIOLOGIST).get("/api/reports" + path(report) + "/pdf?version=7",
                headers), 404).get("detail").asString();
    }

    private static String title(HttpResponse<byte[]> pdf) throws IOException {
        try (PdfReader reader = new PdfReader(pdf.body())) {
            return reader.getInfo().get("Title");
        }
    }

    private HttpResponse<byte[]> putLogo(Role role, byte[] picture) throws IOException {
        return desk.clinicians().as(role).send("PUT", LOGO, BodyPublishers.ofByteArray(picture), "Content-Type",
                "application/octet-stream");
    }

    private static byte[] picture(int width, int height, String format) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, bytes);
        return bytes.toByteArray();
    }

    @Test
    void theLogoIsKeptPrintedAndRemovedAndOnlyPicturesAreTaken() throws IOException {
        JsonNode draft = desk.draft("x");
        assertThat(putLogo(RADIOLOGIST, picture(40, 20, "png")).statusCode()).isEqualTo(403);
        for (String format : new String[] {"png", "jpg"}) {
            assertThat(putLogo(ADMIN, picture(40, 20, format)).statusCode()).isEqualTo(204);
            BufferedImage kept = ImageIO.read(new ByteArrayInputStream(desk.clinicians().as(ADMIN).get(LOGO).body()));
            assertThat(kept.getWidth()).isEqualTo(40);
            assertThat(pictures(pdf(RADIOLOGIST, draft, ""))).isEqualTo(1);
        }
        byte[] cut = picture(400, 200, "png");
        for (byte[] bad : new byte[][] {{}, "no picture".getBytes(StandardCharsets.UTF_8), picture(4, 4, "gif"),
                picture(4_001, 10, "png"), Arrays.copyOf(cut, 60),
                "<svg xmlns=\"http://www.w3.org/2000/svg\"/>".getBytes(StandardCharsets.UTF_8)}) {
            assertThat(putLogo(ADMIN, bad).statusCode()).isEqualTo(400);
        }
        assertThat(putLogo(ADMIN, new byte[Logo.MAX_BYTES + 1]).statusCode()).isEqualTo(413);
        assertThat(desk.clinicians().as(ADMIN).get(LOGO).statusCode()).isEqualTo(200);
        assertThat(desk.clinicians().as(ADMIN).send("DELETE", LOGO, BodyPublishers.noBody()).statusCode()).isEqualTo(204);
        assertThat(desk.clinicians().as(ADMIN).get(LOGO).statusCode()).isEqualTo(204);
        assertThat(pictures(pdf(RADIOLOGIST, draft, ""))).isZero();
    }
}
