package org.hospitalviewer.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.hospitalviewer.FreshHome;
import org.hospitalviewer.peers.ApplianceProcess;
import org.hospitalviewer.peers.Await;
import org.hospitalviewer.peers.CtSeries;
import org.hospitalviewer.peers.Dcmtk;
import org.hospitalviewer.peers.WebCaller;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged appliance killed in the middle of a sync, more than once. */
class KilledSyncIT {

    private static final int STUDIES = 4;
    /** As many files as wanted, such as {@code -Dsync.kill.files=2000}; few, so that the suite stays short. */
    private static final int SLICES = Integer.getInteger("sync.kill.files", 600) / STUDIES;
    private static final int SIZE = 64;
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    @TempDir
    private Path folder;

    private static WebCaller admin(ApplianceProcess appliance) {
        return WebCaller.stranger(appliance.httpPort()).as(FreshHome.ADMIN, FreshHome.PASSWORD);
    }

    @Test
    void afterAKillInTheMiddleTheNextStartCompletesItEachFileOnceAndNothingHalf() throws Exception {
        Path home = FreshHome.make();
        Path target = Files.createDirectory(folder.resolve("target"));
        try (ApplianceProcess appliance = ApplianceProcess.start(home)) {
            send(appliance);
            // Slow enough to be killed in the middle: 600 files of 9 kB in about 15 s.
            assertThat(admin(appliance).post("/api/sync/configure", """
                    {"minutes":1440,"targets":[{"name":"stick","kind":"FOLDER","folder":"%s","kilobytesPerSecond":400}]}"""
                    .formatted(target)).statusCode()).isEqualTo(200);
            assertThat(admin(appliance).post("/api/sync/sync-now", "").statusCode()).isEqualTo(202);
            Await.until("a part is there", PATIENCE, () -> whole(target).size() > SLICES / 2);
            appliance.kill();
        }
        assertThat(whole(target).size()).isLessThan(STUDIES * SLICES);
        try (ApplianceProcess again = ApplianceProcess.start(home)) {
            Await.until("another part is there", PATIENCE, () -> whole(target).size() > STUDIES * SLICES / 2);
            again.kill();
        }
        try (ApplianceProcess last = ApplianceProcess.start(home)) {
            Await.until("it is complete", PATIENCE, () -> WebCaller.text(admin(last).get("/api/sync/status"))
                    .contains("\"running\":false") && manifests(target).size() == STUDIES);
            assertThat(WebCaller.text(admin(last).get("/api/sync/status"))).contains("\"files\":" + STUDIES * SLICES);
        }
        assertThat(contents(whole(target))).isEqualTo(contents(stored(home)));
        assertThat(files(target)).as("nothing half").noneMatch(file -> file.toString().endsWith(".part"));
    }

    private void send(ApplianceProcess appliance) throws IOException {
        Path slices = folder.resolve("slices");
        for (int study = 1; study <= STUDIES; study++) {
            new CtSeries("1.2.826.0.1.3680043.10.1." + study, SIZE, SLICES).writeTo(slices.resolve("s" + study));
            Dcmtk.Output sent = Dcmtk.storescu(appliance.dicomPort(), "DICOMVIEWER", List.of(), slices.resolve("s" + study));
            assertThat(sent.exit()).as(sent.text()).isZero();
        }
    }

    private static List<Path> files(Path root) throws IOException {
        try (Stream<Path> tree = Files.walk(root)) {
            return tree.filter(Files::isRegularFile).toList();
        }
    }

    private static List<Path> whole(Path target) throws IOException {
        return files(target).stream().filter(file -> file.toString().endsWith(".dcm")).toList();
    }

    private static List<Path> manifests(Path target) throws IOException {
        return files(target).stream().filter(file -> file.endsWith("manifest.json")).toList();
    }

    private static List<Path> stored(Path home) throws IOException {
        return whole(home.resolve("data/archive"));
    }

    /** Bytes by name; the archive and the readable tree both name files by SOP Instance UID. */
    private static Map<String, Integer> contents(List<Path> files) throws IOException {
        Map<String, Integer> contents = new TreeMap<>();
        for (Path file : files) {
            Integer before = contents.put(file.getFileName().toString(), java.util.Arrays.hashCode(Files.readAllBytes(file)));
            assertThat(before).as("twice: " + file).isNull();
        }
        return contents;
    }
}
