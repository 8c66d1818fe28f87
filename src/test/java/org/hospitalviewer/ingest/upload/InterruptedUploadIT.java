package org.hospitalviewer.ingest.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.hospitalviewer.FreshHome;
import org.hospitalviewer.dicom.io.Part10;
import org.hospitalviewer.ingest.upload.LargeZip.InPieces;
import org.hospitalviewer.peers.ApplianceProcess;
import org.hospitalviewer.peers.Await;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;

/** A large upload into the packaged program, which is killed at it twice and has less memory than one object needs twice. */
class InterruptedUploadIT {

    private static final Logger LOG = LoggerFactory.getLogger(InterruptedUploadIT.class);
    private static final int OBJECTS = Math.max(2, Integer.getInteger("upload.megabytes", 0) / LargeZip.OBJECT_MEGABYTES);
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final String[] LITTLE_MEMORY = {"-Xmx224m", "-XX:MaxDirectMemorySize=64m", "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC"};
    private static final int CUT_PIECE = 4 << 20;

    private final Path home = FreshHome.make();
    private ApplianceProcess appliance;

    @AfterEach
    void clearAway() throws Exception {
        if (appliance != null) {
            appliance.close();
        }
        FileSystemUtils.deleteRecursively(home.resolve("data"));
        FileSystemUtils.deleteRecursively(home.resolve("uploads"));
    }

    private void start() throws IOException {
        appliance = ApplianceProcess.start(home, LITTLE_MEMORY);
    }

    private Bringer admin() {
        return Bringer.administrator(appliance.httpPort());
    }

    /** Ends the sending. */
    private static final class KilledException extends IOException {
    }

    @Test
    void killedWhileItReceivesAndWhileItStoresItGoesOnAndEveryByteIsRight() throws Exception {
        LargeZip zip = new LargeZip(OBJECTS);
        long size = zip.size();
        start();
        String id = admin().json(admin().begin("cd.zip", size, ""), 200).get("id").asString();
        long acknowledged = sendUntil(size / 2, id, zip);
        killInTheMiddleOfAPiece(id, acknowledged);

        start();
        JsonNode left = admin().json(admin().begin("cd.zip", size, ""), 200);
        assertThat(left.get("id").asString()).as("the same upload").isEqualTo(id);
        assertThat(left.get("offset").asLong()).as("all that was acknowledged").isEqualTo(acknowledged);
        try (OutputStream rest = new InPieces(acknowledged, (offset, piece) ->
                admin().json(admin().append(id, offset, piece), 200))) {
            zip.writeTo(rest);
        }
        Await.until("one file is stored", PATIENCE, () -> fateCount(id) > 0);
        LOG.info("Resident at most while {} MB came: {}", size >> 20, peak());
        appliance.kill();

        start();
        Await.until("the upload is done", PATIENCE, () -> admin().status(id).get("state").asString().equals("DONE"));
        LOG.info("Resident at most while they were stored: {}", peak());
        assertStoredOnce(zip, admin().fates(id));
        try (Stream<Path> uploads = Files.list(home.resolve("uploads"))) {
            assertThat(uploads.map(Path::toString)).as("nothing of the bytes is left").noneMatch(file -> file.endsWith(".part"));
        }
    }

    /** Returns how much the appliance has said that it has. */
    private long sendUntil(long most, String id, LargeZip zip) throws IOException {
        long[] acknowledged = {0};
        try (OutputStream first = new InPieces(0, (offset, piece) -> {
            if (offset >= most) {
                throw new KilledException();
            }
            acknowledged[0] = admin().json(admin().append(id, offset, piece), 200).get("offset").asLong();
        })) {
            zip.writeTo(first);
        } catch (KilledException enough) {
            assertThat(acknowledged[0]).isGreaterThanOrEqualTo(most);
        }
        return acknowledged[0];
    }

    private void killInTheMiddleOfAPiece(String id, long offset) throws Exception {
        try (Socket socket = new Socket("127.0.0.1", appliance.httpPort())) {
            OutputStream out = socket.getOutputStream();
            out.write(("PUT /api/uploads/" + id + "?offset=" + offset + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: "
                    + admin().caller().authorization() + "\r\nContent-Length: " + CUT_PIECE + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.write(new byte[CUT_PIECE / 2]);
            out.flush();
            Await.until("a part of it is there", PATIENCE, () -> admin().status(id).get("offset").asLong() > offset);
            appliance.kill();
        }
    }

    private int fateCount(String id) throws IOException {
        return admin().json(admin().caller().get("/api/uploads/" + id + "/files"), 200).get("files").size();
    }

    private String peak() throws IOException {
        Path status = Path.of("/proc", Long.toString(appliance.pid()), "status");
        if (!Files.exists(status)) {
            return "not known here";
        }
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmHWM")).findFirst().orElse("not known here");
        }
    }

    private void assertStoredOnce(LargeZip zip, List<JsonNode> fates) throws IOException {
        assertThat(fates).allSatisfy(fate -> assertThat(fate.get("outcome").asString()).isIn("IMPORTED", "DUPLICATE"));
        List<String> paths = fates.stream().map(fate -> fate.get("path").asString()).toList();
        assertThat(new HashSet<>(paths)).hasSameSizeAs(paths).isEqualTo(
                new HashSet<>(zip.objects().stream().map(object -> "cd.zip/" + object).toList()));
        JsonNode study = admin().json(admin().caller().get("/dicom-web/studies/" + zip.study() + "/instances"), 200);
        assertThat(study).hasSize(zip.objects().size());
        for (int i = 0; i < zip.objects().size(); i++) {
            assertThat(storedSha256(zip.objects().get(i))).isEqualTo(zip.sha256().get(i));
        }
    }

    private String storedSha256(String object) throws IOException {
        Path stored;
        try (Stream<Path> files = Files.walk(home.resolve("data/archive"))) {
            stored = files.filter(file -> file.endsWith(object + ".dcm")).findFirst().orElseThrow();
        }
        MessageDigest digest = LargeZip.sha256Digest();
        try (InputStream file = Files.newInputStream(stored)) {
            InputStream dataSet = Part10.open(file).dataSet();
            byte[] buffer = new byte[1 << 20];
            for (int read = dataSet.read(buffer); read >= 0; read = dataSet.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
