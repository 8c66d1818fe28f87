package org.hospitalviewer.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.hospitalviewer.FreshHome;
import org.hospitalviewer.archive.Slice;
import org.hospitalviewer.dicom.net.DimseResponse;
import org.hospitalviewer.dicom.net.Status;
import org.hospitalviewer.peers.ApplianceProcess;
import org.hospitalviewer.peers.Await;
import org.hospitalviewer.peers.FreePort;
import org.hospitalviewer.peers.SmallDisk;
import org.hospitalviewer.peers.WebCaller;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The archive's disk full and read-only: new objects are refused with the reason, everything else goes on. */
class TroubledDiskIT {

    private static final int OUT_OF_RESOURCES = 0xA700;
    private static final int SMALL_ROWS = 32;
    private static final int LARGE_ROWS = 1_024;

    @TempDir
    private Path folder;
    private final Path home = FreshHome.make();

    private ApplianceProcess start(int reserveMegabytes) throws IOException {
        ApplianceProcess appliance = ApplianceProcess.launch(home, FreePort.find(), FreePort.find(), List.of(),
                List.of("--viewer.reserve-megabytes=" + reserveMegabytes), ApplianceProcess.administrator());
        Await.until("the appliance is up: " + appliance.output(), Duration.ofSeconds(120), appliance::isUp);
        return appliance;
    }

    private static Slice slice(int rows) {
        return Slice.of(Slice.newUid(), Slice.newUid(), 1, rows);
    }

    private static DimseResponse send(ApplianceProcess appliance, Slice slice) throws IOException {
        try (Sender sender = Sender.to(appliance.dicomPort())) {
            return sender.send(slice);
        }
    }

    private HttpResponse<byte[]> stow(ApplianceProcess appliance, Slice slice) throws IOException {
        String head = "\r\n--part\r\nContent-Type: application/dicom\r\n\r\n";
        List<byte[]> body = List.of(head.getBytes(StandardCharsets.US_ASCII),
                Files.readAllBytes(slice.writeInto(folder)), "\r\n--part--\r\n".getBytes(StandardCharsets.US_ASCII));
        return WebCaller.stranger(appliance.httpPort()).as(FreshHome.ADMIN, FreshHome.PASSWORD).send("POST",
                "/dicom-web/studies", BodyPublishers.ofByteArrays(body), "Content-Type",
                "multipart/related; type=\"application/dicom\"; boundary=part");
    }

    private static void assertStoredAndReadable(ApplianceProcess appliance, Slice slice) throws IOException {
        HttpResponse<byte[]> file = appliance.get("/api/dicomweb/instances/" + slice.sopUid());
        assertThat(file.statusCode()).isEqualTo(200);
    }

    @Test
    void onAFullDiskObjectsAreRefusedUntilThereIsRoomAgain() throws Exception {
        try (SmallDisk disk = SmallDisk.on(home.resolve("data/archive"), 16_384);
                ApplianceProcess appliance = start(0)) {
            Slice first = slice(SMALL_ROWS);
            assertThat(send(appliance, first).status()).isEqualTo(Status.SUCCESS);
            Path filler = disk.fillUntil(1 << 20);

            DimseResponse refused = send(appliance, slice(LARGE_ROWS));
            assertThat(refused.code()).isEqualTo(OUT_OF_RESOURCES);
            assertThat(refused.errorComment()).contains("disk cannot be written");
            assertThat(stow(appliance, slice(LARGE_ROWS)).statusCode()).isEqualTo(507);
            Slice small = slice(SMALL_ROWS);
            assertThat(send(appliance, small).status()).isEqualTo(Status.SUCCESS);
            assertStoredAndReadable(appliance, first);
            assertStoredAndReadable(appliance, small);
            assertThat(home.resolve("data/archive/.incoming")).isEmptyDirectory();
            assertThat(appliance.isUp()).isTrue();

            Files.delete(filler);
            assertThat(send(appliance, slice(LARGE_ROWS)).status()).isEqualTo(Status.SUCCESS);
            assertThat(stow(appliance, slice(LARGE_ROWS)).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aDiskThatBecomesReadOnlyRefusesObjectsAndShowsWhatItHas() throws Exception {
        try (SmallDisk disk = SmallDisk.on(home.resolve("data/archive"), 16_384)) {
            Slice first = slice(SMALL_ROWS);
            try (ApplianceProcess appliance = start(1)) {
                assertThat(send(appliance, first).status()).isEqualTo(Status.SUCCESS);
                disk.readOnly(true);
                assertReadOnly(appliance, first);
                disk.readOnly(false);
                assertThat(send(appliance, slice(SMALL_ROWS)).status()).isEqualTo(Status.SUCCESS);
            }
            disk.readOnly(true);
            try (ApplianceProcess appliance = start(1)) {
                assertReadOnly(appliance, first);
            }
        }
    }

    private void assertReadOnly(ApplianceProcess appliance, Slice first) throws IOException {
        DimseResponse refused = send(appliance, slice(SMALL_ROWS));
        assertThat(refused.code()).isEqualTo(OUT_OF_RESOURCES);
        assertThat(refused.errorComment()).contains("disk cannot be written");
        assertThat(stow(appliance, slice(SMALL_ROWS)).statusCode()).isEqualTo(507);
        assertStoredAndReadable(appliance, first);
        assertThat(appliance.isUp()).isTrue();
    }

    @Test
    void aHomeThatCannotBeWrittenIsRefusedAtTheStart() throws Exception {
        Path small = Files.createDirectory(home.resolve("small-home"));
        try (SmallDisk disk = SmallDisk.on(small, 16_384)) {
            disk.readOnly(true);
            ApplianceProcess appliance = ApplianceProcess.launch(small, FreePort.find(), FreePort.find(), List.of(),
                    List.of(), ApplianceProcess.administrator());
            assertThat(appliance.awaitExit()).isNotZero();
            assertThat(appliance.output()).hasLineCount(1).contains("The home folder " + small + " cannot be written")
                    .contains("Read-only file system");
        }
    }
}
