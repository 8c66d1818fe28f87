package org.hospitalviewer.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.hospitalviewer.ApplianceTest;
import org.hospitalviewer.FreshHome;
import org.hospitalviewer.archive.AnnouncedInstance;
import org.hospitalviewer.archive.Archive;
import org.hospitalviewer.archive.Origin;
import org.hospitalviewer.archive.RefusedException;
import org.hospitalviewer.archive.Slice;
import org.hospitalviewer.archive.StoreOutcome;
import org.hospitalviewer.dicom.data.Attributes;
import org.hospitalviewer.dicom.data.Tag;
import org.hospitalviewer.dicom.data.VR;
import org.hospitalviewer.dicom.io.Part10;
import org.hospitalviewer.dicom.io.Part10File;
import org.hospitalviewer.peers.Dcmtk;
import org.hospitalviewer.peers.Python;
import org.hospitalviewer.peers.Samples;
import org.hospitalviewer.peers.WebCaller;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Exported studies as other programs read them. */
@ApplianceTest
class StudyExportIT {

    private static final Origin SCANNER = new Origin(Origin.Door.C_STORE, "CT1", "127.0.0.1");
    private static final String READ_WITH_PYDICOM = """
            import sys
            from pydicom import dcmread
            from pydicom.fileset import FileSet
            files = FileSet(dcmread(sys.argv[1]))
            for one in sorted(files, key=lambda file: file.SOPInstanceUID):
                print(one.SOPInstanceUID, one.load().SOPInstanceUID == one.SOPInstanceUID)
            """;

    @LocalServerPort
    private int port;
    @Autowired
    private Archive archive;
    @TempDir
    private Path folder;

    private WebCaller admin() {
        return WebCaller.stranger(port).as(FreshHome.ADMIN, FreshHome.PASSWORD);
    }

    private Map<String, byte[]> export(String study) throws IOException {
        HttpResponse<byte[]> answer = admin().get("/api/studies/" + study + "/zip");
        assertThat(answer.statusCode()).as(WebCaller.text(answer).substring(0, Math.min(300, answer.body().length))).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Disposition")).hasValue(
                "attachment; filename=\"study-" + study + ".zip\"");
        Map<String, byte[]> entries = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(answer.body()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), zip.readAllBytes());
            }
        }
        return entries;
    }

    private void unpack(Map<String, byte[]> entries) throws IOException {
        for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
            Path file = folder.resolve(entry.getKey());
            Files.createDirectories(file.getParent());
            Files.write(file, entry.getValue());
        }
    }

    @Test
    void aStudyBecomesMediaThatPydicomAndDcmtkRead() throws Exception {
        String study = Slice.newUid();
        List<Slice> slices = new ArrayList<>();
        for (String series : List.of(Slice.newUid(), Slice.newUid())) {
            for (int number = 1; number <= 3; number++) {
                Slice slice = Slice.of(study, series, number, 16)
                        .with(Tag.PatientName, VR.PN, "M\u00FCller^..\\..\\evil").with(Tag.PatientID, VR.LO, "../../etc");
                archive.store(SCANNER, slice.announced(), slice.open());
                slices.add(slice);
            }
        }
        Map<String, byte[]> entries = export(study);
        assertThat(entries.keySet()).containsExactly("DICOM/SE000001/IM000001", "DICOM/SE000001/IM000002",
                "DICOM/SE000001/IM000003", "DICOM/SE000002/IM000001", "DICOM/SE000002/IM000002",
                "DICOM/SE000002/IM000003", "DICOMDIR");
        unpack(entries);

        String lines = readWithPydicom();
        assertThat(lines.lines()).containsExactlyElementsOf(
                slices.stream().map(Slice::sopUid).sorted().map(uid -> uid + " True").toList());
        Dcmtk.Output dump = Dcmtk.run("dcmdump", "+L", folder.resolve("DICOMDIR").toString());
        assertThat(dump.exit()).as(dump.text()).isZero();
        assertThat(dump.text()).contains("PATIENT", "STUDY", "SERIES", "IMAGE").doesNotContain("W:", "E:");
        Map<String, byte[]> dataSets = new HashMap<>();
        for (byte[] file : entries.values()) {
            Part10.Opened opened = Part10.open(new ByteArrayInputStream(file));
            dataSets.put(opened.meta().mediaStorageSopInstanceUid().orElseThrow(), opened.dataSet().readAllBytes());
        }
        slices.forEach(slice -> assertThat(dataSets.get(slice.sopUid())).isEqualTo(slice.dataSet()));
    }

    private String readWithPydicom() throws Exception {
        return Python.withPydicom().run(List.of(), "-c", READ_WITH_PYDICOM, folder.resolve("DICOMDIR").toString());
    }

    @Test
    void everyKindOfObjectGetsItsRecord() throws Exception {
        Map<String, List<String>> studies = new TreeMap<>();
        for (Path file : Samples.files("modalities")) {
            Attributes header = Part10File.open(file).header();
            try (InputStream in = Files.newInputStream(file)) {
                Part10.Opened opened = Part10.open(in);
                StoreOutcome outcome = archive.store(SCANNER, new AnnouncedInstance(header.getString(Tag.SOPClassUID),
                        header.getString(Tag.SOPInstanceUID), opened.meta().transferSyntaxUid()), opened.dataSet());
                if (outcome != StoreOutcome.QUARANTINED) {
                    studies.computeIfAbsent(header.getString(Tag.StudyInstanceUID), _ -> new ArrayList<>())
                            .add(header.getString(Tag.SOPInstanceUID));
                }
            } catch (RefusedException refused) {
                // it belongs to no study
            }
        }
        assertThat(studies).hasSizeGreaterThan(20);
        for (Map.Entry<String, List<String>> study : studies.entrySet()) {
            unpack(export(study.getKey()));
            String lines = readWithPydicom();
            assertThat(lines.lines()).as("study " + study.getKey()).containsAll(study.getValue().stream().sorted()
                    .distinct().map(uid -> uid + " True").toList());
        }
    }

    @Test
    void whatIsNotThereAndWhatIsNoUidIsSaidSo() throws Exception {
        assertThat(admin().get("/api/studies/1.2.3.4.5.99/zip").statusCode()).isEqualTo(404);
        assertThat(admin().get("/api/studies/..%5C..%5Cx/zip").statusCode()).isEqualTo(400);
        assertThat(admin().get("/api/exports/4711").statusCode()).isEqualTo(404);
    }
}
