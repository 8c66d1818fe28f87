package org.hospitalviewer.clinical.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hospitalviewer.access.Role.RADIOLOGIST;
import static org.hospitalviewer.clinical.report.ReportDesk.change;
import static org.hospitalviewer.clinical.report.ReportDesk.path;
import static org.hospitalviewer.clinical.report.ReportDesk.read;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.hospitalviewer.access.Users;
import org.hospitalviewer.appliance.settings.SettingField;
import org.hospitalviewer.appliance.settings.Settings;
import org.hospitalviewer.archive.Archive;
import org.hospitalviewer.archive.ArchiveQuery;
import org.hospitalviewer.archive.Match;
import org.hospitalviewer.archive.QueryLevel;
import org.hospitalviewer.archive.Slice;
import org.hospitalviewer.archive.StoredInstance;
import org.hospitalviewer.clinical.report.ReportDesk;
import org.hospitalviewer.dicom.data.Attributes;
import org.hospitalviewer.dicom.data.Tag;
import org.hospitalviewer.dicom.data.VR;
import org.hospitalviewer.peers.Await;
import org.hospitalviewer.peers.Dcmtk;
import org.hospitalviewer.peers.PeerProgram;
import org.hospitalviewer.peers.Python;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Signed reports in the archive, as other programs read them. */
abstract class FilingContract {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path folder;
    @LocalServerPort
    private int port;
    @Autowired
    private Archive archive;
    @Autowired
    private Users users;
    @Autowired
    private Settings settings;
    private ReportDesk desk;

    @BeforeEach
    void openDesk() throws IOException {
        Slice slice = Slice.alone().with(Tag.PatientName, VR.PN, "Yamada^Tarou=山田^太郎")
                .with(Tag.StudyDescription, VR.LO, "Schädel");
        desk = ReportDesk.open(archive, users, port, slice);
        store(true);
    }

    @AfterEach
    void storeNoMore() {
        store(false);
    }

    private void store(boolean wanted) {
        assertThat(settings.change(Map.of(SettingField.REPORTS_STORE_PDF, Boolean.toString(wanted),
                SettingField.REPORTS_STORE_SR, Boolean.toString(wanted)))).isEmpty();
    }

    private ObjectNode said(int version, String findings) {
        ObjectNode change = change(version, findings);
        ((ObjectNode) change.get("content")).putArray("keyImages").addObject()
                .put("seriesInstanceUid", desk.slice().seriesUid()).put("sopInstanceUid", desk.slice().sopUid())
                .put("frame", 1).put("caption", "Läsion");
        return change;
    }

    /** Documents of the study's series of a modality, as soon as there are so many. */
    private List<StoredInstance> documents(String modality, int count) {
        Await.until(count + " documents " + modality, PATIENCE, () -> found(modality).size() == count);
        return found(modality);
    }

    private List<StoredInstance> found(String modality) {
        List<Attributes> series = archive.find(ArchiveQuery.of(QueryLevel.SERIES,
                List.of(new Match.Equal(Tag.StudyInstanceUID, desk.slice().studyUid()),
                        new Match.Equal(Tag.Modality, modality)), 0, 10));
        return series.stream().flatMap(one -> archive.instances(desk.slice().studyUid(),
                one.getString(Tag.SeriesInstanceUID)).stream()).toList();
    }

    private String file(StoredInstance instance) throws IOException {
        Path file = folder.resolve(instance.sopInstanceUid() + ".dcm");
        try (OutputStream out = Files.newOutputStream(file)) {
            instance.file().transferTo(out);
        }
        return file.toString();
    }

    @Test
    void aSignedReportComesIntoTheArchiveAndItsAmendmentNamesIt() throws Exception {
        JsonNode draft = desk.draft("x");
        read(desk.post(RADIOLOGIST, path(draft) + "/sign", said(1, "Läsion 病变.\nSecond line.")), 200);
        StoredInstance sr = documents("SR", 1).getFirst();
        StoredInstance pdf = documents("DOC", 1).getFirst();

        String dump = PeerProgram.of("dsrdump", "dcmtk").run(List.of(), "+Pc", "+U8", file(sr));
        assertThat(dump).contains("Basic Text SR", "VERIFIED", "COMPLETE", "Läsion 病变.", "Second line.",
                "Impressions", "Yamada^Tarou=山田^太郎", "Dr. RADIOLOGIST", "Key Images");
        assertThat(Dcmtk.run("dsrdump", file(sr))).satisfies(output -> {
            assertThat(output.exit()).isZero();
            assertThat(output.text()).doesNotContain("E: ");
        });
        assertThat(Dcmtk.run("dcmdump", file(pdf)).text()).contains("EncapsulatedPDFStorage", "application/pdf",
                "VERIFIED", "ISO_IR 192").doesNotContain("E: ");
        assertThat(python(pdf, "print(ds.EncapsulatedDocument[:5], ds.StudyDescription, ds.PatientName, "
                + "ds.EncapsulatedDocument[:ds.EncapsulatedDocumentLength].rstrip()[-5:], ds.InstanceNumber)"))
                .contains("%PDF-", "Schädel", "山田", "%%EOF");
        assertThat(python(sr, "print(ds.VerifyingObserverSequence[0].VerifyingObserverName, "
                + "ds.CurrentRequestedProcedureEvidenceSequence[0].ReferencedSeriesSequence[0].SeriesInstanceUID)"))
                .contains("Dr. RADIOLOGIST", desk.slice().seriesUid());

        read(desk.post(RADIOLOGIST, path(draft) + "/amend", said(2, "With a fracture.").put("reason", "Overlooked")), 200);
        for (StoredInstance before : List.of(sr, pdf)) {
            StoredInstance amended = documents(before == sr ? "SR" : "DOC", 2).stream()
                    .filter(one -> !one.sopInstanceUid().equals(before.sopInstanceUid())).findFirst().orElseThrow();
            assertThat(amended.seriesInstanceUid()).isEqualTo(before.seriesInstanceUid());
            assertThat(python(amended, "print(ds.PredecessorDocumentsSequence[0].ReferencedSeriesSequence[0]"
                    + ".ReferencedSOPSequence[0].ReferencedSOPInstanceUID)")).contains(before.sopInstanceUid());
        }
    }

    private String python(StoredInstance instance, String statement) throws IOException, InterruptedException {
        return Python.withPydicom().run(List.of(), "-c", "import sys, pydicom\nsys.stdout.reconfigure(encoding='utf-8')\n"
                + "ds = pydicom.dcmread(sys.argv[1])\n" + statement, file(instance));
    }

    @Test
    void draftsAndWhatIsSignedWhileItIsSwitchedOffStayOut() throws IOException {
        desk.draft("only a draft");
        store(false);
        JsonNode signed = desk.draft("signed");
        read(desk.post(RADIOLOGIST, path(signed) + "/sign", change(1, "signed")), 200);
        store(true);
        JsonNode other = desk.draft("other");
        read(desk.post(RADIOLOGIST, path(other) + "/sign", change(1, "other")), 200);
        assertThat(documents("SR", 1)).hasSize(1);
        assertThat(documents("DOC", 1)).hasSize(1);
    }
}
