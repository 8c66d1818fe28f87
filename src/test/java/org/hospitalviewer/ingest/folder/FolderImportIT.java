package org.hospitalviewer.ingest.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.hospitalviewer.FreshHome;
import org.hospitalviewer.dicom.io.Part10;
import org.hospitalviewer.peers.ApplianceProcess;
import org.hospitalviewer.peers.CtSeries;
import org.hospitalviewer.peers.Orthanc;
import org.hospitalviewer.peers.Samples;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Imports by the packaged program, which is also killed at it. */
class FolderImportIT {

    private static final int MADE_FILES = Integer.getInteger("import.files", 2_000);
    private static final String TABLE = "/import-verdicts.tsv";
    private static final Path FOUND = Path.of("target", "import-verdicts.tsv");

    private static ApplianceProcess appliance;
    @TempDir
    private Path folder;

    @BeforeAll
    static void start() throws IOException {
        appliance = ApplianceProcess.start(FreshHome.make());
    }

    @AfterAll
    static void stop() throws InterruptedException {
        appliance.close();
    }

    private static Importer admin() {
        return Importer.at(appliance.httpPort());
    }

    @Test
    void killedInTheMiddleItGoesOnAndTakesEachFileOnce() throws Exception {
        int inEach = MADE_FILES / 4;
        List<CtSeries> series = new ArrayList<>();
        for (int i = 1; i <= 4; i++) {
            series.add(new CtSeries("1.2.826.0.1.3680043.10.1999.81." + i, 16, inEach));
            series.getLast().writeTo(folder.resolve("series-" + i));
        }
        admin().start(folder);
        admin().awaitDone(MADE_FILES / 5);
        appliance.kill();
        Path home = appliance.home();
        assertThat(stored(home, series)).as("taken before the kill").isBetween(MADE_FILES / 5L, MADE_FILES - 1L);

        appliance = ApplianceProcess.start(home);
        JsonNode job = admin().ended();

        assertThat(job.at("/counts/files").asLong()).isEqualTo(MADE_FILES);
        assertThat(job.at("/counts/imported").asLong() + job.at("/counts/duplicates").asLong())
                .isEqualTo(MADE_FILES);
        assertThat(job.at("/counts/duplicates").asLong()).as("offered again").isLessThan(MADE_FILES / 2);
        assertThat(admin().history(folder)).hasSize(MADE_FILES);
        assertThat(stored(home, series)).isEqualTo(MADE_FILES);
        for (CtSeries one : series) {
            JsonNode study = admin().read(admin().caller().get("/dicom-web/studies?StudyInstanceUID=" + one.studyInstanceUid()
                    + "&includefield=NumberOfStudyRelatedInstances"));
            assertThat(study.get(0).at("/00201208/Value/0").asInt()).isEqualTo(inEach);
        }
    }

    private static long stored(Path home, List<CtSeries> series) throws IOException {
        try (Stream<Path> files = Files.walk(home.resolve("data/archive"))) {
            return files.filter(file -> file.toString().endsWith(".dcm"))
                    .filter(file -> series.stream().anyMatch(one -> file.toString().contains(one.studyInstanceUid())))
                    .count();
        }
    }

    @Test
    void everySampleHasTheVerdictThatIsWrittenDownAndASecondImportTakesNothing() throws IOException {
        Map<String, String> expected = Importer.table(TABLE);
        Map<String, String> found = admin().importSamples(folder, Samples.all(), expected);
        Importer.keep(found, FOUND);
        assertThat(found).isEqualTo(expected);

        admin().start(folder);
        JsonNode second = admin().ended();
        assertThat(second.at("/counts/imported").asLong() + second.at("/counts/duplicates").asLong()).isZero();
        assertThat(admin().history(folder)).hasSameSizeAs(withoutLeft(expected));
    }

    private static Map<String, String> withoutLeft(Map<String, String> verdicts) {
        Map<String, String> taken = new TreeMap<>(verdicts);
        taken.values().removeIf(verdict -> verdict.startsWith("NOT_LOOKED_AT"));
        return taken;
    }

    @Test
    void theStorageFolderOfAnOrthancThatCompressesIsImported() throws IOException {
        CtSeries series = new CtSeries("1.2.826.0.1.3680043.10.1999.82", 64, 6);
        List<Path> files = series.writeTo(folder);
        try (Orthanc orthanc = Orthanc.startCompressing()) {
            for (Path file : files) {
                orthanc.upload(file);
            }
            orthanc.stop();
            admin().start(orthanc.storage());
            JsonNode job = admin().ended();
            assertThat(job.at("/counts/imported").asInt()).isEqualTo(files.size());
            assertThat(job.at("/counts/leftOut").asInt()).as("copies without pixels").isEqualTo(files.size());
            assertThat(new TreeSet<>(admin().history(orthanc.storage()).values())).allMatch(verdict ->
                    verdict.equals("IMPORTED\t") || verdict.startsWith("LEFT_OUT\tHolds no pixels"));
        }
        for (int slice = 0; slice < files.size(); slice++) {
            byte[] stored = admin().caller().get("/dicom-web/studies/" + series.studyInstanceUid() + "/series/"
                    + series.seriesInstanceUid() + "/instances/" + series.sopInstanceUid(slice), "Accept",
                    "application/dicom; transfer-syntax=*").body();
            assertThat(dataSet(stored)).isEqualTo(dataSet(Files.readAllBytes(files.get(slice))));
        }
    }

    private static byte[] dataSet(byte[] part10) throws IOException {
        return Part10.open(new ByteArrayInputStream(part10)).dataSet().readAllBytes();
    }
}
