package org.hospitalviewer.appliance.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hospitalviewer.FreshHome;
import org.hospitalviewer.archive.Slice;
import org.hospitalviewer.peers.ApplianceProcess;
import org.hospitalviewer.peers.Await;
import org.hospitalviewer.peers.Dcmtk;
import org.hospitalviewer.peers.WebCaller;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged appliance killed in the middle of a rebuild of its index. */
class KilledJobIT {

    private static final int SLICES = 600;
    private static final int ROWS = 256;
    private static final int CHANCES = 10;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    private static WebCaller admin(ApplianceProcess appliance) {
        return WebCaller.stranger(appliance.httpPort()).as(FreshHome.ADMIN, FreshHome.PASSWORD);
    }

    private static String run(ApplianceProcess appliance, String id) throws IOException {
        return WebCaller.text(admin(appliance).get("/api/jobs/" + id));
    }

    private static String field(String json, String name) {
        return Pattern.compile("\"" + name + "\":\"?([^\",}]+)").matcher(json).results().findFirst().orElseThrow()
                .group(1);
    }

    private static TreeSet<String> found(ApplianceProcess appliance) throws IOException {
        String json = new String(appliance.get("/dicom-web/instances?limit=10000").body(), StandardCharsets.UTF_8);
        return Pattern.compile("\"00080018\":\\{\"vr\":\"UI\",\"Value\":\\[\"([0-9.]+)\"").matcher(json).results()
                .map(result -> result.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void aRebuildThatIsKilledGoesOnAtTheNextStartAndNothingIsMissingMeanwhile() throws Exception {
        Path home = FreshHome.make();
        TreeSet<String> before;
        try (ApplianceProcess appliance = ApplianceProcess.start(home)) {
            send(appliance);
            before = found(appliance);
            assertThat(before).hasSize(SLICES);
        }
        int attempts = 1;
        for (int chance = 0; attempts < 2; chance++) {
            assertThat(chance).as("a fast computer is over before the kill, but not each time").isLessThan(CHANCES);
            attempts = attemptsOfAKilledRebuild(home, before);
        }
        assertThat(Files.readString(home.resolve("logs/jobs-index-rebuild.log")))
                .contains("SUCCEEDED The index is made anew.");
    }

    private static int attemptsOfAKilledRebuild(Path home, TreeSet<String> before)
            throws IOException, InterruptedException {
        String id = killedInTheMiddle(home);
        try (ApplianceProcess again = ApplianceProcess.start(home)) {
            assertThat(found(again)).isEqualTo(before);
            Await.until("the rebuild is over", PATIENCE, () -> field(run(again, id), "state").equals("SUCCEEDED"));
            assertThat(field(run(again, id), "done")).isEqualTo(Integer.toString(SLICES));
            assertThat(found(again)).isEqualTo(before);
            return Integer.parseInt(field(run(again, id), "attempt"));
        }
    }

    private static String killedInTheMiddle(Path home) throws IOException, InterruptedException {
        try (ApplianceProcess appliance = ApplianceProcess.start(home)) {
            String id = field(WebCaller.text(admin(appliance).post("/api/jobs/index-rebuild", "")), "id");
            Await.until("it runs", PATIENCE, () -> !field(run(appliance, id), "state").equals("QUEUED"));
            appliance.kill();
            return id;
        }
    }

    private void send(ApplianceProcess appliance) throws IOException {
        String study = Slice.newUid();
        String series = Slice.newUid();
        for (int number = 1; number <= SLICES; number++) {
            Slice.of(study, series, number, ROWS).writeInto(folder);
        }
        Dcmtk.Output sent = Dcmtk.storescu(appliance.dicomPort(), "DICOMVIEWER", List.of(), folder);
        assertThat(sent.exit()).as(sent.text()).isZero();
    }

    @Test
    void aRebuildIsCancelledOrAlreadyOverAndTheIndexIsWhole() throws Exception {
        try (ApplianceProcess appliance = ApplianceProcess.start(FreshHome.make())) {
            send(appliance);
            String id = field(WebCaller.text(admin(appliance).post("/api/jobs/index-rebuild", "")), "id");
            assertThat(admin(appliance).post("/api/jobs/" + id + "/cancel", "").statusCode()).isEqualTo(202);
            Await.until("it is over", PATIENCE, () -> field(run(appliance, id), "state").matches("CANCELLED|SUCCEEDED"));
            assertThat(found(appliance)).hasSize(SLICES);
        }
    }
}
