package org.hospitalviewer.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.hospitalviewer.FreshHome;
import org.hospitalviewer.archive.Slice;
import org.hospitalviewer.dicom.io.Part10;
import org.hospitalviewer.peers.ApplianceProcess;
import org.hospitalviewer.peers.Await;
import org.hospitalviewer.peers.Dcmtk;
import org.hospitalviewer.peers.FreePort;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged appliance under load in a small heap, and on a disk that is nearly full. */
class DurableStoreIT {

    private static final int SLICES = 1000;
    private static final int ROWS = 512;

    @TempDir
    private Path folder;

    @Test
    void aThousandSlicesOfOneAssociationAllArriveInASmallHeap() throws Exception {
        Path sent = slicesOfOneSeries();
        try (ApplianceProcess appliance = ApplianceProcess.start(FreshHome.make(), "-Xmx256m",
                "-XX:+ExitOnOutOfMemoryError")) {
            Dcmtk.Output storescu = Dcmtk.run(Map.of("TCP_NODELAY", "1"), "storescu", List.of("-aec", "DICOMVIEWER",
                    "+sd", "127.0.0.1", String.valueOf(appliance.dicomPort()), sent.toString()));
            assertThat(storescu.exit()).as(storescu.text()).isZero();
            assertThat(found(appliance)).hasSize(SLICES);
            Map<String, Path> stored = storedFiles(appliance.home());
            try (Stream<Path> files = Files.list(sent)) {
                for (Path file : files.toList()) {
                    assertThat(dataSet(stored.get(file.getFileName().toString()))).isEqualTo(dataSet(file));
                }
            }
            assertThat(appliance.isUp()).isTrue();
        }
    }

    private Path slicesOfOneSeries() throws IOException {
        Path sent = Files.createDirectory(folder.resolve("slices"));
        String study = Slice.newUid();
        String series = Slice.newUid();
        for (int number = 1; number <= SLICES; number++) {
            Slice.of(study, series, number, ROWS).writeInto(sent);
        }
        return sent;
    }

    /** SOP Instance UIDs that the first page of the search for instances names. */
    private static List<String> found(ApplianceProcess appliance) throws IOException {
        String json = new String(appliance.get("/dicom-web/instances?limit=10000").body(), StandardCharsets.UTF_8);
        return Pattern.compile("\"00080018\":\\{\"vr\":\"UI\",\"Value\":\\[\"([0-9.]+)\"").matcher(json)
                .results().map(result -> result.group(1)).toList();
    }

    private static Map<String, Path> storedFiles(Path home) throws IOException {
        try (Stream<Path> files = Files.walk(home.resolve("data/archive"))) {
            return files.filter(Files::isRegularFile)
                    .collect(Collectors.toMap(file -> file.getFileName().toString(), file -> file));
        }
    }

    private static byte[] dataSet(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return Part10.open(in).dataSet().readAllBytes();
        }
    }

    @Test
    void aDiskThatIsNearlyFullRefusesNewObjectsAndGoesOn() throws Exception {
        Path home = FreshHome.make();
        int http = FreePort.find();
        int dicom = FreePort.find();
        try (ApplianceProcess appliance = ApplianceProcess.launch(home, http, dicom, List.of(),
                List.of("--viewer.reserve-megabytes=2000000000"), ApplianceProcess.administrator())) {
            Await.until("the appliance is up", Duration.ofSeconds(120), appliance::isUp);
            try (Sender sender = Sender.to(dicom)) {
                var response = sender.send(Slice.alone());
                assertThat(response.code()).isEqualTo(0xA700);
                assertThat(response.errorComment()).contains("disk is nearly full");
            }
            assertThat(storedFiles(home)).isEmpty();
            assertThat(found(appliance)).isEmpty();
        }
    }
}
