package org.hospitalviewer.ingest.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.hospitalviewer.ApplianceTest;
import org.hospitalviewer.access.Role;
import org.hospitalviewer.access.Users;
import org.hospitalviewer.appliance.Home;
import org.hospitalviewer.archive.Archive;
import org.hospitalviewer.archive.Slice;
import org.hospitalviewer.dicom.data.Tag;
import org.hospitalviewer.dicom.data.VR;
import org.hospitalviewer.peers.Await;
import org.hospitalviewer.peers.WebCaller;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Files that are brought over real HTTP: whole, in pieces, in ZIPs, broken off and hostile. */
@ApplianceTest
class UploadTest {

    private static final String PASSWORD = "upload-test-password";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @LocalServerPort
    private int port;
    @Autowired
    private Archive archive;
    @Autowired
    private Home home;
    @Autowired
    private Users users;
    @TempDir
    private Path folder;
    private Bringer admin;

    @BeforeEach
    void logIn() {
        admin = Bringer.administrator(port);
    }

    private byte[] file(Slice slice) throws IOException {
        return Files.readAllBytes(slice.writeInto(folder));
    }

    private boolean isStored(Slice slice) {
        return archive.instance(slice.studyUid(), slice.seriesUid(), slice.sopUid()).isPresent();
    }

    private static byte[] zip(Object... namesAndContents) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < namesAndContents.length; i += 2) {
                zip.putNextEntry(new ZipEntry((String) namesAndContents[i]));
                zip.write((byte[]) namesAndContents[i + 1]);
            }
        }
        return bytes.toByteArray();
    }

    private static List<String> outcomes(List<JsonNode> fates) {
        return fates.stream().map(fate -> fate.get("path").asString() + " " + fate.get("outcome").asString()).toList();
    }

    private static String reason(JsonNode fate) {
        assertThat(fate.get("outcome").asString()).isEqualTo("REFUSED");
        return fate.get("reason").asString();
    }

    private long filesLeft() throws IOException {
        try (Stream<Path> left = Files.list(Files.createDirectories(home.root().resolve("uploads")))) {
            return left.count();
        }
    }

    @Test
    void whyAFileWasNotTakenIsSaidInTheLanguageOfWhoAsks() throws IOException {
        byte[] zip = zip("a.zip", zip("x", new byte[1]));
        String address = "/api/uploads/single?path=b.zip/a.zip";
        assertThat(WebCaller.text(admin.caller().send("POST", address, BodyPublishers.ofByteArray(zip)))).contains("A ZIP inside");
        assertThat(WebCaller.text(admin.caller().send("POST", address, BodyPublishers.ofByteArray(zip), "Accept-Language", "es")))
                .contains("Un ZIP dentro de un ZIP no se abre.");
    }

    @Test
    void aSmallFileIsTakenInOneRequestAndItsFateIsTold() throws IOException {
        Slice slice = Slice.alone();
        JsonNode fate = admin.json(admin.single("CD/IM 1.dcm", file(slice)), 200);
        assertThat(fate.get("outcome").asString()).isEqualTo("IMPORTED");
        assertThat(fate.get("path").asString()).isEqualTo("CD/IM 1.dcm");
        assertThat(fate.get("studyInstanceUid").asString()).isEqualTo(slice.studyUid());
        assertThat(isStored(slice)).isTrue();
        assertThat(admin.json(admin.single("x", file(slice)), 200).get("outcome").asString()).isEqualTo("DUPLICATE");
        slice.with(Tag.PatientName, VR.PN, "Other^Name");
        assertThat(admin.json(admin.single("x", file(slice)), 200).get("outcome").asString()).isEqualTo("QUARANTINED");
    }

    @Test
    void whatIsNoImageIsRefusedInWords() throws IOException {
        byte[] whole = file(Slice.alone());
        assertThat(reason(admin.json(admin.single("x.dcm", "MZ autorun".getBytes(StandardCharsets.UTF_8)), 200)))
                .contains("Not a DICOM file");
        assertThat(reason(admin.json(admin.single("x", Arrays.copyOf(whole, whole.length - 40)), 200))).isNotEmpty();
        assertThat(reason(admin.json(admin.single("x", "%PDF-1.7 ...".getBytes(StandardCharsets.UTF_8)), 200)))
                .contains("PDF", "by itself");
        assertThat(reason(admin.json(admin.single("CD/DICOMDIR", whole), 200))).contains("table of contents");
        assertThat(reason(admin.json(admin.single("empty", new byte[0]), 200))).contains("Not a DICOM file");
    }

    @Test
    void aBrokenConnectionLosesNothingOfWhatCame() throws IOException {
        Slice slice = Slice.of(Slice.newUid(), Slice.newUid(), 1, 300);
        byte[] whole = file(slice);
        String id = admin.json(admin.begin("big.dcm", whole.length, ""), 200).get("id").asString();
        breakOff(id, whole, 100_000);
        Await.until("what came is there", PATIENCE, () -> admin.status(id).get("offset").asLong() == 100_000);
        JsonNode again = admin.json(admin.begin("big.dcm", whole.length, ""), 200);
        assertThat(again.get("id").asString()).as("the same upload").isEqualTo(id);
        assertThat(again.get("offset").asLong()).isEqualTo(100_000);
        Await.until("the broken request has ended", PATIENCE, () -> admin.append(id, 1, whole).statusCode() == 409
                && WebCaller.text(admin.append(id, 1, whole)).contains("begins at byte 100000"));
        admin.json(admin.append(id, 100_000, Arrays.copyOfRange(whole, 100_000, whole.length)), 200);
        assertThat(outcomes(admin.fates(id))).containsExactly("big.dcm IMPORTED");
        assertThat(isStored(slice)).isTrue();
        assertThat(admin.append(id, whole.length, new byte[0]).statusCode()).as("the last one came twice").isEqualTo(200);
        assertThat(outcomes(admin.fates(id))).hasSize(1);
        assertThat(admin.discard(id).statusCode()).isEqualTo(204);
        assertThat(admin.caller().get("/api/uploads/" + id).statusCode()).isEqualTo(404);
    }

    /** Announces the whole file, sends a part of it and is gone. */
    private void breakOff(String id, byte[] whole, int sent) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            OutputStream out = socket.getOutputStream();
            out.write(("PUT /api/uploads/" + id + "?offset=0 HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\nAuthorization: "
                    + admin.caller().authorization() + "\r\nContent-Length: " + whole.length + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.write(whole, 0, sent);
            out.flush();
            Await.until("it arrives", PATIENCE, () -> admin.status(id).get("offset").asLong() == sent);
        }
    }

    @Test
    void eachFileOfAZipHasItsFate() throws IOException {
        Slice one = Slice.alone();
        Slice two = Slice.alone();
        byte[] zip = zip("a/1.dcm", file(one), "a/again.dcm", file(one), "../../etc/passwd", file(two),
                "C:\\Windows\\x<b>.txt", "text".getBytes(StandardCharsets.UTF_8), "inner.zip", zip("x", file(two)),
                "report.pdf", "%PDF-1.4".getBytes(StandardCharsets.UTF_8), "__MACOSX/a/._1.dcm", new byte[3],
                "Größe.txt", new byte[200], "DICOMDIR", file(two));
        long before = filesLeft();
        List<JsonNode> fates = admin.bring("cd.zip", zip, "");
        assertThat(outcomes(fates)).containsExactly("cd.zip/a/1.dcm IMPORTED", "cd.zip/a/again.dcm DUPLICATE",
                "cd.zip/../../etc/passwd IMPORTED", "cd.zip/C:/Windows/x<b>.txt REFUSED", "cd.zip/inner.zip REFUSED",
                "cd.zip/report.pdf REFUSED", "cd.zip/Größe.txt REFUSED", "cd.zip/DICOMDIR REFUSED");
        assertThat(isStored(one) && isStored(two)).isTrue();
        assertThat(home.root().resolve("../etc")).doesNotExist();
        assertThat(filesLeft()).isEqualTo(before);
    }

    @Test
    void aDamagedZipKeepsWhatCouldBeReadAndSaysSo() throws IOException {
        Slice first = Slice.alone();
        byte[] noise = new byte[50_000];
        new Random(1).nextBytes(noise);
        byte[] zip = zip("1.dcm", file(first), "2.dcm", noise);
        List<JsonNode> cut = admin.bring("cut.zip", Arrays.copyOf(zip, 20_000), "");
        assertThat(cut.getFirst().get("outcome").asString()).isEqualTo("IMPORTED");
        assertThat(reason(cut.getLast())).contains("damaged");
        byte[] broken = zip("1.dcm", file(first), "2.dcm", file(Slice.alone()));
        int second = indexOf(broken, "2.dcm") - 30;
        broken[second] = 0;
        assertThat(reason(admin.bring("broken.zip", broken, "").getLast())).contains("lists 2 files", "only 1");
        broken[second] = 'P';
        broken[second + 6] |= 1; // locked with a password (APPNOTE.TXT 4.4.4)
        assertThat(reason(admin.bring("locked.zip", broken, "").getLast())).contains("password");
        assertThat(reason(admin.bring("short.zip", Arrays.copyOf(zip("1.dcm", file(first)), 40), "").getLast()))
                .isNotEmpty();
    }

    private static int indexOf(byte[] bytes, String text) {
        return new String(bytes, StandardCharsets.ISO_8859_1).indexOf(text);
    }

    @Test
    void aZipThatUnpacksWithoutEndIsNotReadToItsEnd() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("zeros.dcm"));
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 400; i++) {
                zip.write(zeros);
            }
        }
        List<JsonNode> fates = admin.bring("bomb.zip", bytes.toByteArray(), "");
        assertThat(reason(fates.getLast())).contains("far larger");
    }

    @Test
    void nobodySeesTheUploadsOfOthers() throws IOException {
        users.create("upload-other", PASSWORD, "", Role.TECHNICIAN);
        Bringer other = new Bringer(WebCaller.stranger(port).as("upload-other", PASSWORD));
        String id = admin.json(admin.begin("mine.dcm", 1_000, ""), 200).get("id").asString();
        assertThat(other.caller().get("/api/uploads/" + id).statusCode()).isEqualTo(404);
        assertThat(other.append(id, 0, new byte[10]).statusCode()).isEqualTo(404);
        assertThat(other.caller().get("/api/uploads/" + id + "/files").statusCode()).isEqualTo(404);
        assertThat(other.discard(id).statusCode()).isEqualTo(404);
        assertThat(other.json(other.caller().get("/api/uploads"), 200)).isEmpty();
        assertThat(other.json(other.begin("mine.dcm", 1_000, ""), 200).get("id").asString()).isNotEqualTo(id);
        assertThat(WebCaller.text(admin.caller().get("/api/uploads"))).contains(id);
        assertThat(admin.discard(id).statusCode()).isEqualTo(204);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "400 | {}", "400 | []", "400 | {\"path\":\"x\",\"size\":0}", "400 | {\"path\":\"x\",\"size\":-5}",
        "400 | {\"path\":\"\",\"size\":5}", "400 | {\"path\":\"x\",\"size\":\"many\"}", "400 | {\"path\":",
        "413 | {\"path\":\"x\",\"size\":9223372036854775807}",
        "400 | {\"path\":\"x\",\"size\":5,\"document\":{}}"})
    void whatMakesNoSenseIsNotBegun(int status, String body) throws IOException {
        assertThat(admin.caller().post("/api/uploads", body).statusCode()).isEqualTo(status);
    }

    @Test
    void piecesThatAreTooLongOrAtTheWrongPlaceChangeNothing() throws IOException {
        String id = admin.json(admin.begin("wrong\u0000\u202ename.dcm", 1_000, ""), 200).get("id").asString();
        assertThat(admin.status(id).get("path").asString()).isEqualTo("wrong  name.dcm");
        assertThat(admin.append(id, 5, new byte[10]).statusCode()).isEqualTo(409);
        assertThat(admin.append(id, -1, new byte[10]).statusCode()).isEqualTo(409);
        assertThat(admin.append(id, 0, new byte[2_000]).statusCode()).isEqualTo(413);
        assertThat(admin.status(id).get("state").asString()).isEqualTo("RECEIVING");
        assertThat(admin.caller().get("/api/uploads/" + id + "/files?from=77").statusCode()).isEqualTo(200);
        assertThat(admin.discard(id).statusCode()).isEqualTo(204);
        assertThat(admin.single("x", new byte[(32 << 20) + 1]).statusCode()).isEqualTo(413);
        assertThat(admin.caller().get("/api/uploads/..%2f..%2fconfig").statusCode()).isIn(400, 404);
    }

    @Test
    void nobodyBeginsWithoutEnd() throws IOException {
        users.create("upload-many", PASSWORD, "", Role.TECHNICIAN);
        Bringer many = new Bringer(WebCaller.stranger(port).as("upload-many", PASSWORD));
        for (int i = 0; i < UploadRoom.MOST_UNFINISHED; i++) {
            many.json(many.begin("f" + i, 10, ""), 200);
        }
        assertThat(many.begin("one more", 10, "").statusCode()).isEqualTo(409);
        JsonNode own = many.json(many.caller().get("/api/uploads"), 200);
        assertThat(own).hasSize(UploadRoom.MOST_UNFINISHED);
        for (JsonNode one : own) {
            many.discard(one.get("id").asString());
        }
        assertThat(many.begin("one more", 10, "").statusCode()).isEqualTo(200);
    }
}
