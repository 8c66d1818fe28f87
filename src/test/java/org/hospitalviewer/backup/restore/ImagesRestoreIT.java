package org.hospitalviewer.backup.restore;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hospitalviewer.FreshHome;
import org.hospitalviewer.archive.Slice;
import org.hospitalviewer.clinical.report.ReportDesk;
import org.hospitalviewer.dicom.io.Part10;
import org.hospitalviewer.peers.ApplianceProcess;
import org.hospitalviewer.peers.Await;
import org.hospitalviewer.peers.Dcmtk;
import org.hospitalviewer.peers.FreePort;
import org.hospitalviewer.peers.WebCaller;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;

/** The packaged appliance with its images lost, and had back from nothing but a folder and a printed key. */
class ImagesRestoreIT {

    private static final Duration PATIENCE = Duration.ofSeconds(240);

    @TempDir
    private Path target;
    @TempDir
    private Path files;
    private final Path home = FreshHome.make();
    private final List<Slice> slices = Stream.generate(Slice::alone).limit(4).toList();

    private static WebCaller admin(ApplianceProcess appliance) {
        return WebCaller.stranger(appliance.httpPort()).as(FreshHome.ADMIN, FreshHome.PASSWORD);
    }

    private static JsonNode json(ApplianceProcess appliance, String path, String body, int status) throws IOException {
        return ReportDesk.read(admin(appliance).post(path, body), status);
    }

    private void send(ApplianceProcess appliance, List<Slice> some) throws Exception {
        for (Slice slice : some) {
            assertThat(Dcmtk.storescu(appliance.dicomPort(), "DICOMVIEWER", List.of(), slice.writeInto(files)).exit()).isZero();
        }
    }

    /** Waits for a run that is newer than those before. */
    private static JsonNode backUp(ApplianceProcess appliance) throws IOException {
        long id = json(appliance, "/api/backup/backup-now", "", 202).get("id").asLong();
        return over(appliance, id);
    }

    private static JsonNode over(ApplianceProcess appliance, long id) {
        Await.until("the job is over", PATIENCE, () -> !job(appliance, id).get("state").asString().matches("QUEUED|RUNNING"));
        return job(appliance, id);
    }

    private static JsonNode job(ApplianceProcess appliance, long id) {
        return read(appliance, "/api/jobs/" + id);
    }

    private static JsonNode read(ApplianceProcess appliance, String path) {
        try {
            return ReportDesk.read(admin(appliance).get(path), 200);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long imagesJob(ApplianceProcess appliance) {
        return read(appliance, "/api/jobs").valueStream()
                .filter(job -> job.get("kind").asString().equals("restore-images")).findFirst().orElseThrow().get("id").asLong();
    }

    private List<String> packs() throws IOException {
        try (Stream<Path> packs = Files.list(target.resolve("DICOM_Viewer_Backups/images"))) {
            return packs.map(pack -> pack.getFileName().toString()).sorted().toList();
        }
    }

    private Path newestBackup() throws IOException {
        try (Stream<Path> backups = Files.list(target.resolve("DICOM_Viewer_Backups"))) {
            return backups.filter(file -> file.toString().endsWith(".zip")).sorted().toList().getLast();
        }
    }

    private static byte[] dataSet(ApplianceProcess appliance, Slice slice) throws IOException {
        HttpResponse<byte[]> file = admin(appliance).get("/api/dicomweb/instances/" + slice.sopUid());
        assertThat(file.statusCode()).isEqualTo(200);
        return Part10.open(new ByteArrayInputStream(file.body())).dataSet().readAllBytes();
    }

    private String backUpTwoNights() throws Exception {
        try (ApplianceProcess appliance = ApplianceProcess.start(home)) {
            send(appliance, slices.subList(0, 3));
            String key = json(appliance, "/api/backup/configure", "{\"folder\":\"" + target + "\",\"contents\":[\"DATABASE\","
                    + "\"CONFIGURATION\",\"IMAGES\"]}", 200).get("recoveryKey").asString();
            assertThat(backUp(appliance).get("message").asString()).contains("It stands for 3 images");
            List<String> first = packs();
            assertThat(first).hasSize(1);
            send(appliance, slices.subList(3, 4));
            assertThat(backUp(appliance).get("message").asString()).contains("It stands for 4 images");
            assertThat(packs()).hasSize(2).containsAll(first);
            json(appliance, "/api/devices", "{\"aeTitle\":\"AFTER\",\"host\":\"10.0.0.9\",\"port\":104}", 201);
            return key;
        }
    }

    @Test
    void everythingComesBackFromTheFolderAndThePaperAlsoWhenTheFolderIsAwayAtFirstAndTheProgramIsKilled() throws Exception {
        String key = backUpTwoNights();
        assertThat(FileSystemUtils.deleteRecursively(home)).isTrue();
        Path other = FreshHome.make();
        ApplianceProcess restore = ApplianceProcess.launch(other, FreePort.find(), FreePort.find(), List.of(),
                List.of("--restore", newestBackup().toString()), Map.of("VIEWER_BACKUP_KEY", key));
        assertThat(restore.awaitExit()).as(restore.output()).isZero();
        Path away = Files.move(target, target.resolveSibling(target.getFileName() + "-away"));
        try (ApplianceProcess appliance = start(other)) {
            Await.until("it waits", PATIENCE, () -> job(appliance, imagesJob(appliance)).get("note").asString()
                    .contains("is not there. If it is on a stick"));
            assertThat(WebCaller.text(admin(appliance).get("/api/jobs/" + imagesJob(appliance)))).contains("RUNNING");
            appliance.kill();
        }
        Files.move(away, target);
        try (ApplianceProcess appliance = start(other)) {
            JsonNode done = over(appliance, imagesJob(appliance));
            assertThat(done.get("message").asString()).isEqualTo("4 images were brought back, 0 were there already.");
            for (Slice slice : slices) {
                assertThat(dataSet(appliance, slice)).isEqualTo(slice.dataSet());
                assertThat(WebCaller.text(admin(appliance).get("/dicom-web/studies?StudyInstanceUID=" + slice.studyUid())))
                        .contains(slice.studyUid());
            }
            assertThat(WebCaller.text(admin(appliance).get("/api/devices"))).doesNotContain("AFTER");
            assertThat(other.resolve("data/restore")).isDirectoryNotContaining("glob:**images-*");
            List<String> before = packs();
            assertThat(backUp(appliance).get("message").asString()).contains("It stands for 4 images");
            assertThat(packs()).as("nothing is sent again").isEqualTo(before);
        }
    }

    private static ApplianceProcess start(Path home) throws IOException {
        ApplianceProcess appliance = ApplianceProcess.launch(home, FreePort.find(), FreePort.find(), List.of(), List.of(), Map.of());
        Await.until("it is up", PATIENCE, appliance::isUp);
        return appliance;
    }
}
