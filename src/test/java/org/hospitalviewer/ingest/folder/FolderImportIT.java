package org.hospitalviewer.ingest.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.hospitalviewer.FreshHome;
import org.hospitalviewer.dicom.io.Part10;
import org.hospitalviewer.peers.ApplianceProcess;
import org.hospitalviewer.peers.Await;
import org.hospitalviewer.peers.CtSeries;
import org.hospitalviewer.peers.Orthanc;
import org.hospitalviewer.peers.Samples;
import org.hospitalviewer.peers.WebCaller;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Imports by the packaged program, which is also killed at it. */
class FolderImportIT {

    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final int MADE_FILES = Integer.getInteger("import.files", 2_000);
    private static final String TABLE = "/import-verdicts.tsv";
    private static final Path FOUND = Path.of("target", "import-verdicts.tsv");
    private static final String HEADER = "path\tverdict\treason";
    private static final JsonMapper JSON = JsonMapper.shared();

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

    private static WebCaller admin() {
        return WebCaller.stranger(appliance.httpPort()).as(FreshHome.ADMIN, FreshHome.PASSWORD);
    }

    private static JsonNode read(HttpResponse<byte[]> answer) {
        assertThat(answer.statusCode()).as(WebCaller.text(answer)).isBetween(200, 299);
        return JSON.readTree(answer.body());
    }

    private static JsonNode running() throws IOException {
        return read(admin().get("/api/import/status")).get("running");
    }

    private static void startImport(Path path) throws IOException {
        read(admin().post("/api/import/start", "{\"path\": " + JSON.writeValueAsString(path.toString()) + "}"));
    }

    private static JsonNode ended() {
        JsonNode[] last = {null};
        Await.until("the import is over", PATIENCE, () -> {
            last[0] = running();
            return !last[0].get("active").asBoolean();
        });
        assertThat(last[0].at("/job/state").asString()).as(last[0].toString()).isEqualTo("DONE");
        return last[0].get("job");
    }

    /** What became of each file below the folder, by its relative path. */
    private static Map<String, String> history(Path root) throws IOException {
        Map<String, String> verdicts = new TreeMap<>();
        long before = 0;
        int rows = 0;
        JsonNode page;
        do {
            page = read(admin().get("/api/import/history?limit=1000&before=" + before)).get("files");
            for (JsonNode file : page) {
                before = file.get("id").asLong();
                Path path = Path.of(file.get("path").asString());
                if (path.startsWith(root)) {
                    rows++;
                    verdicts.put(root.relativize(path).toString().replace('\\', '/'),
                            file.get("status").asString() + "\t" + file.get("reason").asString());
                }
            }
        } while (!page.isEmpty());
        assertThat(verdicts).as("one row for each file").hasSize(rows);
        return verdicts;
    }

    @Test
    void killedInTheMiddleItGoesOnAndTakesEachFileOnce() throws Exception {
        int inEach = MADE_FILES / 4;
        List<CtSeries> series = new ArrayList<>();
        for (int i = 1; i <= 4; i++) {
            series.add(new CtSeries("1.2.826.0.1.3680043.10.1999.81." + i, 16, inEach));
            series.getLast().writeTo(folder.resolve("series-" + i));
        }
        startImport(folder);
        Await.until("some are taken", PATIENCE, () -> running().at("/job/counts/done").asLong() > MADE_FILES / 5);
        appliance.kill();
        Path home = appliance.home();
        assertThat(stored(home, series)).as("taken before the kill").isBetween(MADE_FILES / 5L, MADE_FILES - 1L);

        appliance = ApplianceProcess.start(home);
        JsonNode job = ended();

        assertThat(job.at("/counts/files").asLong()).isEqualTo(MADE_FILES);
        assertThat(job.at("/counts/imported").asLong() + job.at("/counts/duplicates").asLong())
                .isEqualTo(MADE_FILES);
        assertThat(job.at("/counts/duplicates").asLong()).as("offered again").isLessThan(MADE_FILES / 2);
        assertThat(history(folder)).hasSize(MADE_FILES);
        assertThat(stored(home, series)).isEqualTo(MADE_FILES);
        for (CtSeries one : series) {
            JsonNode study = read(admin().get("/dicom-web/studies?StudyInstanceUID=" + one.studyInstanceUid()
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

    /**
     * The files that the table says are imported come first, so that it is certain which of several objects with the same
     * UID the archive meets first.
     */
    @Test
    void everySampleHasTheVerdictThatIsWrittenDownAndASecondImportTakesNothing() throws IOException {
        Map<String, String> expected = table();
        List<Path> all = Samples.all();
        copy(all.stream().filter(sample -> expected.getOrDefault(Samples.name(sample), "").startsWith("IMPORTED"))
                .toList());
        startImport(folder);
        ended();
        copy(all);
        startImport(folder);
        ended();
        Map<String, String> found = history(folder);
        all.forEach(sample -> found.putIfAbsent(Samples.name(sample), "NOT_LOOKED_AT\t"));
        List<String> lines = new ArrayList<>(List.of(HEADER));
        found.forEach((path, verdict) -> lines.add(path + "\t" + verdict));
        Files.write(FOUND, lines);
        assertThat(found).isEqualTo(expected);

        startImport(folder);
        JsonNode second = ended();
        assertThat(second.at("/counts/imported").asLong() + second.at("/counts/duplicates").asLong()).isZero();
        assertThat(history(folder)).hasSameSizeAs(withoutLeft(expected));
    }

    private static Map<String, String> withoutLeft(Map<String, String> verdicts) {
        Map<String, String> taken = new TreeMap<>(verdicts);
        taken.values().removeIf(verdict -> verdict.startsWith("NOT_LOOKED_AT"));
        return taken;
    }

    private void copy(List<Path> samples) throws IOException {
        for (Path sample : samples) {
            Path target = folder.resolve(Samples.name(sample));
            if (!Files.exists(target)) {
                Files.createDirectories(target.getParent());
                Files.copy(sample, target);
            }
        }
    }

    private static Map<String, String> table() throws IOException {
        Map<String, String> lines = new TreeMap<>();
        try (InputStream in = FolderImportIT.class.getResourceAsStream(TABLE)) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().skip(1)
                    .forEach(line -> lines.put(line.substring(0, line.indexOf('\t')),
                            line.substring(line.indexOf('\t') + 1)));
        }
        return lines;
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
            startImport(orthanc.storage());
            JsonNode job = ended();
            assertThat(job.at("/counts/imported").asInt()).isEqualTo(files.size());
            assertThat(job.at("/counts/leftOut").asInt()).as("copies without pixels").isEqualTo(files.size());
            assertThat(new TreeSet<>(history(orthanc.storage()).values())).allMatch(verdict ->
                    verdict.equals("IMPORTED\t") || verdict.startsWith("LEFT_OUT\tHolds no pixels"));
        }
        for (int slice = 0; slice < files.size(); slice++) {
            byte[] stored = admin().get("/dicom-web/studies/" + series.studyInstanceUid() + "/series/"
                    + series.seriesInstanceUid() + "/instances/" + series.sopInstanceUid(slice), "Accept",
                    "application/dicom; transfer-syntax=*").body();
            assertThat(dataSet(stored)).isEqualTo(dataSet(Files.readAllBytes(files.get(slice))));
        }
    }

    private static byte[] dataSet(byte[] part10) throws IOException {
        return Part10.open(new ByteArrayInputStream(part10)).dataSet().readAllBytes();
    }
}
