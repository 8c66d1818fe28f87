package org.hospitalviewer.appliance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hospitalviewer.FreshHome;
import org.hospitalviewer.archive.Slice;
import org.hospitalviewer.node.Sender;
import org.hospitalviewer.peers.ApplianceProcess;
import org.hospitalviewer.peers.FreePort;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;

/** The index and the files looked after: on the command line, and by a start that finds its database lost or damaged. */
class CareOnCommandLineIT {

    private static final int SLICES = 12;
    private static final Pattern SOP_INSTANCE_UID =
            Pattern.compile("\"00080018\":\\{\"vr\":\"UI\",\"Value\":\\[\"([0-9.]+)\"");

    private final Path home = FreshHome.make();
    private final List<Slice> slices = new ArrayList<>();

    private record Ended(int exitCode, String output) {
    }

    private Ended run(String option) throws Exception {
        ApplianceProcess process = ApplianceProcess.launch(home, FreePort.find(), FreePort.find(), List.of(),
                List.of(option), Map.of());
        return new Ended(process.awaitExit(), process.output());
    }

    private void send(ApplianceProcess appliance) throws IOException {
        String study = Slice.newUid();
        String series = Slice.newUid();
        try (Sender sender = Sender.to(appliance.dicomPort())) {
            for (int number = 1; number <= SLICES; number++) {
                slices.add(Slice.of(study, series, number, 16));
                assertThat(sender.send(slices.getLast()).isDone()).isTrue();
            }
        }
    }

    private Path fileOf(Slice slice) throws IOException {
        try (Stream<Path> tree = Files.walk(home.resolve("data/archive"))) {
            return tree.filter(file -> file.endsWith(slice.sopUid() + ".dcm")).findFirst().orElseThrow();
        }
    }

    private static List<String> found(ApplianceProcess appliance) throws IOException {
        return SOP_INSTANCE_UID.matcher(new String(appliance.get("/dicom-web/instances").body())).results()
                .map(result -> result.group(1)).toList();
    }

    private List<String> stored() {
        return slices.stream().map(Slice::sopUid).toList();
    }

    @Test
    void filesAreCheckedAndTheIndexIsMadeAnewWithAllPortsClosed() throws Exception {
        try (ApplianceProcess appliance = ApplianceProcess.start(home)) {
            send(appliance);
            Ended refused = run("--check-files");
            assertThat(refused.exitCode()).as(refused.output()).isEqualTo(1);
            assertThat(refused.output()).hasLineCount(1).contains("in use by another running instance");
            assertThat(appliance.isUp()).isTrue();
        }
        Ended whole = run("--check-files");
        assertThat(whole.output()).endsWith("All files are whole." + System.lineSeparator());
        assertThat(whole.exitCode()).isZero();

        Files.write(fileOf(slices.get(0)), new byte[300]);
        Files.delete(fileOf(slices.get(1)));
        Ended damaged = run("--check-files");
        assertThat(damaged.exitCode()).as(damaged.output()).isEqualTo(2);
        assertThat(damaged.output()).contains(slices.get(0).sopUid() + ".dcm: The file cannot be read")
                .contains(slices.get(1).sopUid() + ".dcm: The file is missing")
                .contains("2 files are damaged or missing.");

        Ended rebuilt = run("--rebuild-index");
        assertThat(rebuilt.exitCode()).as(rebuilt.output()).isEqualTo(2);
        assertThat(rebuilt.output()).contains("The index is made anew; 2 files are damaged, missing or passed over.");
        try (ApplianceProcess appliance = ApplianceProcess.start(home)) {
            assertThat(found(appliance)).containsExactlyInAnyOrderElementsOf(stored().subList(2, SLICES));
            assertThat(new String(appliance.get("/api/jobs").body())).contains("\"index-rebuild\"", "command line");
        }
    }

    @Test
    void aDamagedIndexAndThenALostDatabaseAreMadeAnewAtTheStart() throws Exception {
        try (ApplianceProcess appliance = ApplianceProcess.start(home)) {
            send(appliance);
            assertThat(found(appliance)).hasSize(SLICES);
        }
        Files.write(home.resolve("data/db/mariadb/viewer_index/instance.ibd"), new byte[0]);
        try (ApplianceProcess appliance = ApplianceProcess.start(home)) {
            assertThat(found(appliance)).containsExactlyInAnyOrderElementsOf(stored());
            assertThat(appliance.output()).contains("The index of the images is damaged. It is made anew");
        }
        FileSystemUtils.deleteRecursively(home.resolve("data/db"));
        try (ApplianceProcess appliance = ApplianceProcess.start(home)) {
            assertThat(found(appliance)).containsExactlyInAnyOrderElementsOf(stored());
            assertThat(appliance.output()).contains("The database is missing and was made anew, empty: users")
                    .contains("The images are all there");
        }
    }
}
