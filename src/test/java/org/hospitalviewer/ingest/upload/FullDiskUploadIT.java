package org.hospitalviewer.ingest.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.hospitalviewer.FreshHome;
import org.hospitalviewer.archive.Slice;
import org.hospitalviewer.peers.ApplianceProcess;
import org.hospitalviewer.peers.Await;
import org.hospitalviewer.peers.FreePort;
import org.hospitalviewer.peers.SmallDisk;
import org.hospitalviewer.peers.WebCaller;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The disk becomes full in the middle of an upload: first that of the pieces, then that of the archive. */
class FullDiskUploadIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int DISK_KILOBYTES = 24_576;
    /** Of an image of 5 MB. */
    private static final int ROWS = 1_600;
    private static final int PIECE = 2 << 20;

    @TempDir
    private Path folder;
    private final Path home = FreshHome.make();

    private ApplianceProcess start() throws IOException {
        ApplianceProcess appliance = ApplianceProcess.launch(home, FreePort.find(), FreePort.find(), List.of(),
                List.of("--viewer.reserve-megabytes=0"), ApplianceProcess.administrator());
        Await.until("the appliance is up: " + appliance.output(), Duration.ofSeconds(120), appliance::isUp);
        return appliance;
    }

    @Test
    void whatCameBeforeStaysAndNothingIsSeenUntilThereIsRoomAgain() throws Exception {
        Files.createDirectories(home.resolve("uploads"));
        try (SmallDisk pieces = SmallDisk.on(home.resolve("uploads"), DISK_KILOBYTES);
                SmallDisk archive = SmallDisk.on(home.resolve("data/archive"), DISK_KILOBYTES);
                ApplianceProcess appliance = start()) {
            Bringer admin = Bringer.administrator(appliance.httpPort());
            Slice slice = Slice.of(Slice.newUid(), Slice.newUid(), 1, ROWS);
            byte[] whole = Files.readAllBytes(slice.writeInto(folder));
            String id = admin.json(admin.begin("ct.dcm", whole.length, ""), 200).get("id").asString();
            admin.json(admin.append(id, 0, Arrays.copyOf(whole, PIECE)), 200);

            Path filler = pieces.fillUntil(1 << 20);
            assertFull(admin.append(id, PIECE, Arrays.copyOfRange(whole, PIECE, 2 * PIECE)));
            assertThat(admin.status(id).get("offset").asLong()).isEqualTo(PIECE);
            assertFull(ofUnknownLength(admin, id, PIECE, whole));
            int here = admin.status(id).get("offset").asInt();
            assertThat(here).as("what found room stays").isBetween(PIECE, whole.length - 1);
            assertFull(admin.begin("second.dcm", PIECE, ""));
            assertNothingIsSeen(admin, slice);
            assertThat(appliance.isUp()).isTrue();

            Files.delete(filler);
            Path inArchive = archive.fillUntil(1 << 20);
            admin.json(admin.append(id, here, Arrays.copyOfRange(whole, here, whole.length)), 200);
            Await.until("it is held", PATIENCE, () -> admin.status(id).get("state").asString().equals("HELD"));
            assertThat(admin.status(id).get("message").asString()).contains("disk");
            HttpResponse<byte[]> single = admin.single("single.dcm", whole);
            assertThat(single.statusCode()).isEqualTo(507);
            assertThat(WebCaller.text(single)).contains("disk");
            assertNothingIsSeen(admin, slice);
            assertThat(home.resolve("data/archive/.incoming")).isEmptyDirectory();

            Files.delete(inArchive);
            admin.json(admin.append(id, whole.length, new byte[0]), 200);
            assertThat(admin.fates(id)).singleElement().satisfies(fate ->
                    assertThat(fate.get("outcome").asString()).isEqualTo("IMPORTED"));
            byte[] stored = admin.caller().get("/dicom-web/studies/" + slice.studyUid() + "/series/" + slice.seriesUid()
                    + "/instances/" + slice.sopUid(), "Accept", "application/dicom; transfer-syntax=*").body();
            assertThat(new String(stored, StandardCharsets.ISO_8859_1))
                    .contains(new String(slice.dataSet(), StandardCharsets.ISO_8859_1));
        }
    }

    /** Nobody can know beforehand that it finds no room. */
    private static HttpResponse<byte[]> ofUnknownLength(Bringer admin, String id, int from, byte[] whole)
            throws IOException {
        return admin.caller().send("PUT", "/api/uploads/" + id + "?offset=" + from, BodyPublishers.ofInputStream(() ->
                new ByteArrayInputStream(whole, from, whole.length - from)));
    }

    private static void assertFull(HttpResponse<byte[]> answer) {
        assertThat(answer.statusCode()).as(WebCaller.text(answer)).isEqualTo(507);
        assertThat(WebCaller.text(answer)).contains("disk", "An administrator has to make room first.");
    }

    private static void assertNothingIsSeen(Bringer admin, Slice slice) throws IOException {
        assertThat(WebCaller.text(admin.caller().get("/dicom-web/studies?StudyInstanceUID=" + slice.studyUid())).strip())
                .isIn("", "[]", "[ ]");
    }
}
