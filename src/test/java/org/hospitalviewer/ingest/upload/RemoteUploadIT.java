package org.hospitalviewer.ingest.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.hospitalviewer.BesideOrthanc;
import org.hospitalviewer.RemoteApplianceTest;
import org.hospitalviewer.archive.Slice;
import org.hospitalviewer.dicom.data.Tag;
import org.hospitalviewer.dicom.data.VR;
import org.hospitalviewer.dicom.io.Part10;
import org.hospitalviewer.ingest.upload.document.Documents;
import org.hospitalviewer.peers.Await;
import org.hospitalviewer.peers.Orthanc;
import org.hospitalviewer.peers.WebCaller;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Uploads that go into an Orthanc, which is not always there. */
@RemoteApplianceTest
class RemoteUploadIT {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    /** So many that an Orthanc is still at it when it is cut off. */
    private static final int ENTRIES = 900;

    @LocalServerPort
    private int port;
    @TempDir
    private Path folder;
    private Bringer admin;

    @BeforeEach
    void logIn() {
        admin = Bringer.administrator(port);
    }

    private static Orthanc orthanc() {
        return BesideOrthanc.orthanc();
    }

    private byte[] file(Slice slice) throws IOException {
        return Files.readAllBytes(slice.writeInto(folder));
    }

    private String outcome(HttpResponse<byte[]> answer) {
        return admin.json(answer, 200).get("outcome").asString();
    }

    private void awaitState(String id, String state) {
        Await.until("the upload is " + state, PATIENCE, () -> admin.status(id).get("state").asString().equals(state));
    }

    @Test
    void aFileIsNewOrADuplicateOrRefusedWithTheReason() throws IOException {
        Slice slice = Slice.alone();
        byte[] whole = file(slice);
        assertThat(outcome(admin.single("a.dcm", whole))).isEqualTo("IMPORTED");
        assertThat(orthanc().get("/dicom-web/instances?SOPInstanceUID=" + slice.sopUid())).contains(slice.sopUid());
        assertThat(outcome(admin.single("again.dcm", whole))).isEqualTo("DUPLICATE");
        JsonNode other = admin.json(admin.single("other.dcm", file(slice.with(Tag.PatientName, VR.PN, "Other^Name"))), 200);
        assertThat(other.get("outcome").asString()).isEqualTo("REFUSED");
        assertThat(other.get("reason").asString()).contains("keeps another object with this SOP Instance UID");
        assertThat(admin.json(admin.single("notes.txt", "Dear colleague".getBytes()), 200).get("reason").asString())
                .contains("Not a DICOM file");
    }

    @Test
    void aDocumentBelongsToAStudyOfTheOrthanc() throws IOException {
        Slice slice = Slice.alone();
        orthanc().upload(slice.writeInto(folder));
        List<JsonNode> fates = admin.bring("letter.pdf", Documents.pdf(), "{\"studyInstanceUid\":\"" + slice.studyUid()
                + "\",\"title\":\"Letter\",\"date\":\"20240301\",\"photograph\":false,\"batch\":\"remote-batch\"}");
        assertThat(fates.getFirst().get("outcome").asString()).as(fates.toString()).isEqualTo("IMPORTED");
        assertThat(orthanc().get("/dicom-web/instances?StudyInstanceUID=" + slice.studyUid()))
                .contains(fates.getFirst().get("sopInstanceUid").asString());
    }

    @Test
    void whileTheOrthancIsAwayAnUploadIsHeldWithTheReasonAndGoesOn() throws IOException {
        Slice slice = Slice.of(Slice.newUid(), Slice.newUid(), 1, 300);
        byte[] whole = file(slice);
        String id = admin.json(admin.begin("big.dcm", whole.length, ""), 200).get("id").asString();
        orthanc().stop();
        try {
            HttpResponse<byte[]> single = admin.single("small.dcm", file(Slice.alone()));
            assertThat(single.statusCode()).isEqualTo(503);
            assertThat(WebCaller.text(single)).contains("archive");
            admin.json(admin.append(id, 0, whole), 200);
            awaitState(id, "HELD");
            assertThat(admin.status(id).get("message").asString()).contains("archive");
        } finally {
            orthanc().startAgain();
        }
        admin.json(admin.append(id, whole.length, new byte[0]), 200);
        assertThat(admin.fates(id)).singleElement().satisfies(fate ->
                assertThat(fate.get("outcome").asString()).isEqualTo("IMPORTED"));
        assertThat(onOrthanc(slice)).isEqualTo(slice.dataSet());
        admin.discard(id);
    }

    private static byte[] onOrthanc(Slice slice) throws IOException {
        String id = orthanc().post("/tools/lookup", slice.sopUid()).replaceAll("(?s).*\"ID\" : \"([0-9a-f-]+)\".*", "$1");
        return Part10.open(new ByteArrayInputStream(orthanc().getBytes("/instances/" + id + "/file"))).dataSet()
                .readAllBytes();
    }

    @Test
    void aZipInTheMiddleOfWhichTheOrthancGoesAwayHasOneFateForEachFile() throws IOException {
        String study = Slice.newUid();
        String series = Slice.newUid();
        byte[] zip = zip(study, series);
        String id = admin.json(admin.begin("cd.zip", zip.length, ""), 200).get("id").asString();
        admin.json(admin.append(id, 0, zip), 200);
        Await.until("some are taken", PATIENCE,
                () -> admin.json(admin.caller().get("/api/uploads/" + id + "/files"), 200).get("files").size() > 5);
        orthanc().kill();
        try {
            awaitState(id, "HELD");
        } finally {
            orthanc().startAgain();
        }
        admin.json(admin.append(id, zip.length, new byte[0]), 200);

        List<String> paths = new ArrayList<>();
        for (JsonNode fate : admin.fates(id)) {
            assertThat(fate.get("outcome").asString()).as(fate.toString()).isIn("IMPORTED", "DUPLICATE");
            paths.add(fate.get("path").asString());
        }
        assertThat(new HashSet<>(paths)).hasSize(ENTRIES).hasSameSizeAs(paths);
        assertThat(orthanc().get("/dicom-web/instances?StudyInstanceUID=" + study).split("\"00080018\"", -1))
                .hasSize(ENTRIES + 1);
        admin.discard(id);
    }

    private byte[] zip(String study, String series) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int number = 1; number <= ENTRIES; number++) {
                zip.putNextEntry(new ZipEntry("IM" + number));
                zip.write(file(Slice.of(study, series, number, 8)));
            }
        }
        return bytes.toByteArray();
    }
}
