package org.hospitalviewer.ingest.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.hospitalviewer.BesideOrthanc;
import org.hospitalviewer.RemoteApplianceTest;
import org.hospitalviewer.archive.Slice;
import org.hospitalviewer.dicom.data.Tag;
import org.hospitalviewer.dicom.data.VR;
import org.hospitalviewer.peers.Await;
import org.hospitalviewer.peers.CtSeries;
import org.hospitalviewer.peers.Orthanc;
import org.hospitalviewer.peers.Samples;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Folders that go into an Orthanc, which is not always there. */
@RemoteApplianceTest
class RemoteFolderImportIT {

    /** So many that the import is still at it when the Orthanc is cut off. */
    private static final int FILES = 1_500;
    /** Enough for many of them to be offered at the same time. */
    private static final int PAIRS = 60;
    private static final String TABLE = "/import-verdicts.tsv";
    private static final String OTHER_STAYS = "REFUSED\tThe remote archive keeps another object with this SOP Instance UID";
    /** Value representations that Orthanc does not read. */
    private static final List<String> BEYOND_ORTHANC = List.of("malformed/found/Tag-0040-A170-VR-CS.dcm",
            "malformed/found/explicit_VR-UN.dcm", "malformed/made/unknown-vr.dcm");

    /** Whose namesakes are among the samples that are not damaged, which are not imported here. */
    private static final List<String> WITHOUT_NAMESAKE = List.of("malformed/found/GH1301.dcm",
            "malformed/found/GH177_D_CLUNIE_CT1_IVRLE_BigEndian_undefined_length.dcm",
            "malformed/found/reportsi_with_empty_number_tags.dcm");

    @LocalServerPort
    private int port;
    @TempDir
    private Path folder;
    private Importer admin;

    @BeforeEach
    void logIn() {
        admin = Importer.at(port);
    }

    private static Orthanc orthanc() {
        return BesideOrthanc.orthanc();
    }

    private static long instances(String studyUid) throws IOException {
        String found = orthanc().get("/dicom-web/instances?StudyInstanceUID=" + studyUid);
        return found.split("\"00080018\"", -1).length - 1L;
    }

    /** The same table as for the own archive, but for the quarantine, which another server has not. */
    @Test
    void damagedSamplesHaveTheVerdictsThatAreWrittenDown() throws IOException {
        Map<String, String> expected = Importer.table(TABLE);
        Map<String, String> found = admin.importSamples(folder, Samples.below("malformed"), expected);

        expected.keySet().removeIf(sample -> !sample.startsWith("malformed/"));
        expected.replaceAll((_, verdict) -> verdict.startsWith("QUARANTINED") ? OTHER_STAYS : verdict);
        WITHOUT_NAMESAKE.forEach(sample -> expected.put(sample, "IMPORTED\t"));
        BEYOND_ORTHANC.forEach(sample -> expected.put(sample, "REFUSED\tThe remote archive cannot take the object"));
        assertThat(found).isEqualTo(expected);
    }

    @Test
    void whatTheOrthancHasIsADuplicateAndOtherContentIsRefusedAndTheFirstStays() throws IOException {
        Slice slice = Slice.alone();
        orthanc().upload(slice.writeInto(folder));
        Slice other = Slice.of(slice.studyUid(), slice.seriesUid(), 2, 8);
        orthanc().upload(other.writeInto(Files.createDirectories(folder.resolve("elsewhere"))));
        Files.delete(folder.resolve("elsewhere/" + other.sopUid() + ".dcm"));
        other.with(Tag.PatientName, VR.PN, "Other^Content").writeInto(folder);

        admin.start(folder);
        JsonNode job = admin.ended();

        assertThat(job.at("/counts/duplicates").asInt()).isEqualTo(1);
        assertThat(admin.history(folder)).containsEntry(slice.sopUid() + ".dcm", "DUPLICATE\t")
                .containsEntry(other.sopUid() + ".dcm", OTHER_STAYS);
        assertThat(orthanc().get("/dicom-web/studies?PatientName=Other*")).doesNotContain("Other^Content");
    }

    @Test
    void ofTwoFilesWithOneUidThatAreOfferedTogetherOneIsRefused() throws IOException {
        List<Slice> pairs = new ArrayList<>();
        for (int i = 0; i < PAIRS; i++) {
            Slice slice = Slice.alone();
            pairs.add(slice);
            Path first = slice.writeInto(folder);
            Files.move(first, folder.resolve("%03d-a.dcm".formatted(i)));
            Path second = slice.with(Tag.PatientName, VR.PN, "Other^Content").writeInto(folder);
            Files.move(second, folder.resolve("%03d-b.dcm".formatted(i)));
        }

        admin.start(folder);
        JsonNode job = admin.ended();

        assertThat(job.at("/counts/imported").asInt()).isEqualTo(PAIRS);
        assertThat(job.at("/counts/refused").asInt()).isEqualTo(PAIRS);
        for (Slice slice : pairs) {
            assertThat(instances(slice.studyUid())).isEqualTo(1);
        }
    }

    @Test
    void whileTheOrthancIsAwayTheImportWaitsAndThenTakesEachFileOnce() throws IOException {
        CtSeries series = new CtSeries("1.2.826.0.1.3680043.10.1999.84", 16, FILES);
        series.writeTo(folder);
        admin.start(folder);
        admin.awaitDone(FILES / 50);

        orthanc().kill();
        try {
            Await.until("the import says why it waits", Importer.PATIENCE,
                    () -> admin.running().get("waiting").asString().contains("archive"));
            assertThat(admin.running().get("active").asBoolean()).isTrue();
            assertThat(admin.running().at("/job/counts/failed").asLong()).as("no file is blamed").isZero();
        } finally {
            orthanc().startAgain();
        }
        JsonNode job = admin.ended();

        assertThat(job.at("/counts/imported").asLong() + job.at("/counts/duplicates").asLong()).isEqualTo(FILES);
        assertThat(new TreeSet<>(admin.history(folder).values())).isSubsetOf("IMPORTED\t", "DUPLICATE\t");
        assertThat(admin.history(folder)).hasSize(FILES);
        assertThat(instances(series.studyInstanceUid())).isEqualTo(FILES);
    }
}
