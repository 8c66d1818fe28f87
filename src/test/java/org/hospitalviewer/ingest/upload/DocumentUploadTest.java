package org.hospitalviewer.ingest.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.hospitalviewer.ApplianceTest;
import org.hospitalviewer.archive.Archive;
import org.hospitalviewer.archive.Origin;
import org.hospitalviewer.archive.Slice;
import org.hospitalviewer.ingest.upload.document.Documents;
import org.hospitalviewer.peers.WebCaller;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Documents that are brought: where they go, and that they come back as they were. */
@ApplianceTest
class DocumentUploadTest {

    private static final String NEW_PATIENT = "{\"patientName\":\"Gr\u00fcn^Ida\",\"patientId\":\"%s\",\"birthDate\":\"19800131\","
            + "\"sex\":\"F\",\"title\":\"Old findings\",\"date\":\"20200102\",\"photograph\":true,\"batch\":\"batch-%s\"}";

    @LocalServerPort
    private int port;
    @Autowired
    private Archive archive;
    private Bringer admin;

    @BeforeEach
    void logIn() {
        admin = Bringer.administrator(port);
    }

    private static String patient(String id) {
        return NEW_PATIENT.formatted(id, id);
    }

    private JsonNode imported(String path, byte[] document, String details) throws IOException {
        List<JsonNode> fates = admin.bring(path, document, details);
        assertThat(fates).hasSize(1);
        assertThat(fates.getFirst().get("outcome").asString()).as(fates.toString()).isEqualTo("IMPORTED");
        return fates.getFirst();
    }

    private JsonNode instance(JsonNode fate) throws IOException {
        return admin.json(admin.caller().get("/dicom-web/studies/" + fate.get("studyInstanceUid").asString()
                + "/instances?SOPInstanceUID=" + fate.get("sopInstanceUid").asString()), 200).get(0);
    }

    private static String value(JsonNode instance, String tag) {
        return instance.path(tag).path("Value").path(0).asString();
    }

    private String address(JsonNode fate) throws IOException {
        JsonNode instance = instance(fate);
        return "/dicom-web/studies/" + value(instance, "0020000D") + "/series/" + value(instance, "0020000E")
                + "/instances/" + value(instance, "00080018");
    }

    @Test
    void aPdfOfANewPatientComesBackByteForByte() throws IOException {
        JsonNode fate = imported("letter.pdf", Documents.pdf(), patient("upload-pdf"));
        JsonNode study = admin.json(admin.caller().get("/dicom-web/studies?PatientID=upload-pdf"), 200).get(0);
        assertThat(study.path("00100010").path("Value").path(0).path("Alphabetic").asString()).isEqualTo("Gr\u00fcn^Ida");
        assertThat(value(study, "00080020")).isEqualTo("20200102");
        byte[] back = admin.caller().get(address(fate) + "/bulkdata/00420011").body();
        assertThat(back).containsSequence(Documents.pdf());
    }

    @Test
    void documentsChosenTogetherMakeOneStudyOfOnePatient() throws IOException {
        JsonNode pdf = imported("a.pdf", Documents.pdf(), patient("upload-both"));
        JsonNode photo = imported("b.jpg", Documents.jpeg(false), patient("upload-both"));
        assertThat(photo.get("studyInstanceUid")).isEqualTo(pdf.get("studyInstanceUid"));
    }

    @Test
    void aDocumentIsAddedToAStudyWithThePatientOfThatStudy() throws IOException {
        Slice slice = Slice.alone();
        archive.store(new Origin(Origin.Door.UPLOAD, "test", ""), slice.announced(), slice.open());
        String details = "{\"studyInstanceUid\":\"" + slice.studyUid() + "\",\"patientName\":\"Wrong^Name\",\"patientId\":\"W\","
                + "\"title\":\"Wound\",\"date\":\"20240301\",\"photograph\":true,\"batch\":\"batch-known\"}";
        JsonNode fate = imported("wound.jpg", Documents.jpegTurned(6), details);
        assertThat(fate.get("studyInstanceUid").asString()).isEqualTo(slice.studyUid());
        String metadata = WebCaller.text(admin.caller().get(address(fate) + "/metadata"));
        assertThat(metadata).contains("Test^Slice", "SLICE", "Wound").doesNotContain("Wrong^Name");
        BufferedImage shown = ImageIO.read(new ByteArrayInputStream(
                admin.caller().get(address(fate) + "/rendered", "Accept", "image/png").body()));
        assertThat(shown.getWidth()).as("upright").isEqualTo(Documents.HEIGHT);
        assertThat(new Color(shown.getRGB(20, 10)).getRed()).isGreaterThan(200);
        assertThat(new Color(shown.getRGB(20, 85)).getBlue()).isGreaterThan(200);
    }

    @Test
    void aFilmComesBackAsItWas() throws IOException {
        JsonNode fate = imported("gait.mp4", Documents.film(), patient("upload-film"));
        byte[] back = admin.caller().get(address(fate) + "/bulkdata/7FE00010").body();
        assertThat(back).containsSequence(Documents.film());
    }

    @Test
    void damagedAndMasqueradingDocumentsAreRefusedInWords() throws IOException {
        String details = patient("upload-refused");
        assertThat(refusal("a.pdf", "MZ program".getBytes(), details)).contains("no PDF, JPEG, PNG or MP4");
        assertThat(refusal("a.pdf", "%PDF-1.4 cut".getBytes(), details)).contains("cut short");
        String gone = "{\"studyInstanceUid\":\"1.2.3.4.5\",\"title\":\"T\",\"batch\":\"batch-gone\"}";
        assertThat(refusal("a.pdf", Documents.pdf(), gone)).contains("no longer in the archive");
        assertThat(admin.json(admin.caller().get("/dicom-web/studies?PatientID=upload-refused"), 200)).isEmpty();
    }

    private String refusal(String path, byte[] document, String details) throws IOException {
        JsonNode fate = admin.bring(path, document, details).getFirst();
        assertThat(fate.get("outcome").asString()).isEqualTo("REFUSED");
        return fate.get("reason").asString();
    }

    @Test
    void whatIsMissingIsSaidBeforeAnythingIsSent() throws IOException {
        assertThat(WebCaller.text(admin.begin("a.pdf", 5, "{\"title\":\"T\",\"batch\":\"batch-0001\"}")))
                .contains("name and the ID");
        assertThat(admin.begin("a.pdf", 5, "{\"studyInstanceUid\":\"../x\",\"title\":\"T\",\"batch\":\"batch-0001\"}")
                .statusCode()).isEqualTo(400);
    }
}
