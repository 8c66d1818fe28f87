package org.hospitalviewer.dicomweb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hospitalviewer.ApplianceTest;
import org.hospitalviewer.FreshHome;
import org.hospitalviewer.access.Role;
import org.hospitalviewer.access.Users;
import org.hospitalviewer.appliance.Home;
import org.hospitalviewer.archive.Archive;
import org.hospitalviewer.archive.Slice;
import org.hospitalviewer.dicom.data.Tag;
import org.hospitalviewer.dicom.data.VR;
import org.hospitalviewer.peers.Samples;
import org.hospitalviewer.peers.WebCaller;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** STOW-RS over real HTTP: what is kept, what is refused, and what the sender is told. */
@ApplianceTest
class StowTest {

    private static final String BOUNDARY = "part-of-a-study";
    private static final String TYPE = "multipart/related; type=\"application/dicom\"; boundary=" + BOUNDARY;
    private static final int FAILED_MISMATCH = 0xA900;
    private static final int FAILED_CANNOT_UNDERSTAND = 0xC000;
    private static final long MOST_BYTES = 64L << 20;

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
    private final ObjectMapper mapper = new ObjectMapper();

    private WebCaller admin() {
        return WebCaller.stranger(port).as(FreshHome.ADMIN, FreshHome.PASSWORD);
    }

    private byte[] file(Slice slice) throws IOException {
        return Files.readAllBytes(slice.writeInto(folder));
    }

    private static byte[] body(byte[]... files) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (byte[] file : files) {
            body.writeBytes(ascii("\r\n--" + BOUNDARY + "\r\nContent-Type: application/dicom\r\n\r\n"));
            body.writeBytes(file);
        }
        body.writeBytes(ascii("\r\n--" + BOUNDARY + "--\r\n"));
        return body.toByteArray();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private HttpResponse<byte[]> post(String path, byte[] body, String... headers) throws IOException {
        List<String> all = new ArrayList<>(List.of(headers));
        if (!all.contains("Content-Type")) {
            all.addAll(List.of("Content-Type", TYPE));
        }
        return admin().send("POST", path, BodyPublishers.ofByteArray(body), all.toArray(String[]::new));
    }

    private HttpResponse<byte[]> store(byte[]... files) throws IOException {
        return post("/dicom-web/studies", body(files));
    }

    private JsonNode json(HttpResponse<byte[]> answer) {
        return mapper.readTree(answer.body());
    }

    private static JsonNode items(JsonNode module, String tag) {
        return module.path(tag).path("Value");
    }

    private static int number(JsonNode entry, String tag) {
        return items(entry, tag).get(0).asInt();
    }

    private boolean isStored(Slice slice) {
        return archive.instance(slice.studyUid(), slice.seriesUid(), slice.sopUid()).isPresent();
    }

    @Test
    void whatIsSentIsFoundAtTheAddressOfTheAnswer() throws IOException {
        String study = Slice.newUid();
        Slice first = Slice.of(study, Slice.newUid(), 1, 8);
        Slice second = Slice.of(study, Slice.newUid(), 2, 8);
        HttpResponse<byte[]> answer = store(file(first), file(second));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/dicom+json");
        JsonNode module = json(answer);
        assertThat(items(module, "00081190").get(0).asString()).endsWith("/dicom-web/studies/" + study);
        assertThat(items(module, "00081199").size()).isEqualTo(2);
        assertThat(module.has("00081198")).isFalse();
        JsonNode entry = items(module, "00081199").get(0);
        assertThat(items(entry, "00081155").get(0).asString()).isEqualTo(first.sopUid());
        String address = items(entry, "00081190").get(0).asString().replaceFirst("http://[^/]+", "");
        byte[] back = admin().get(address, "Accept", "application/dicom; transfer-syntax=*").body();
        byte[] dataSet = first.dataSet();
        assertThat(Arrays.copyOfRange(back, back.length - dataSet.length, back.length)).isEqualTo(dataSet);
    }

    @Test
    void theSameAgainIsASuccessAndOtherContentIsSetAsideWithAWarning() throws IOException {
        Slice slice = Slice.alone();
        assertThat(store(file(slice)).statusCode()).isEqualTo(200);
        HttpResponse<byte[]> again = store(file(slice));
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.headers().firstValue("Warning")).isEmpty();
        HttpResponse<byte[]> other = store(file(slice.with(Tag.PatientName, VR.PN, "Other^Name")));
        assertThat(other.statusCode()).isEqualTo(200);
        assertThat(other.headers().firstValue("Warning")).hasValueSatisfying(text -> assertThat(text).contains("299"));
        assertThat(number(items(json(other), "00081199").get(0), "00081196")).isEqualTo(0x0111);
        assertThat(WebCaller.text(admin().get("/dicom-web/studies?StudyInstanceUID=" + slice.studyUid())))
                .contains("Test^Slice").doesNotContain("Other^Name");
    }

    @Test
    void oneBadInstanceDoesNotKeepTheOthersOut() throws IOException {
        Slice good = Slice.alone();
        Slice cut = Slice.alone();
        byte[] whole = file(cut);
        Slice last = Slice.alone();
        HttpResponse<byte[]> answer = store(file(good), Arrays.copyOf(whole, whole.length - 20), ascii("no DICOM"),
                file(last));
        assertThat(answer.statusCode()).isEqualTo(202);
        JsonNode module = json(answer);
        assertThat(items(module, "00081199").size()).isEqualTo(2);
        JsonNode failed = items(module, "00081198").get(0);
        assertThat(items(failed, "00081155").get(0).asString()).isEqualTo(cut.sopUid());
        assertThat(number(failed, "00081197")).isEqualTo(FAILED_CANNOT_UNDERSTAND);
        assertThat(number(items(module, "0008119A").get(0), "00081197")).isEqualTo(FAILED_CANNOT_UNDERSTAND);
        assertThat(isStored(good)).isTrue();
        assertThat(isStored(last)).isTrue();
        assertThat(isStored(cut)).isFalse();
    }

    @Test
    void whenNothingCanBeStoredTheAnswerIsConflict() throws IOException {
        Slice nameless = Slice.alone().without(Tag.SeriesInstanceUID);
        HttpResponse<byte[]> answer = store(file(nameless));
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(number(items(json(answer), "00081198").get(0), "00081197")).isEqualTo(FAILED_MISMATCH);
    }

    @Test
    void anInstanceOfAnotherStudyThanTheAddressIsRefused() throws IOException {
        Slice slice = Slice.alone();
        HttpResponse<byte[]> wrong = post("/dicom-web/studies/" + Slice.newUid(), body(file(slice)));
        assertThat(wrong.statusCode()).isEqualTo(409);
        assertThat(number(items(json(wrong), "00081198").get(0), "00081197")).isEqualTo(FAILED_MISMATCH);
        assertThat(isStored(slice)).isFalse();
        assertThat(post("/dicom-web/studies/" + slice.studyUid(), body(file(slice))).statusCode()).isEqualTo(200);
        assertThat(isStored(slice)).isTrue();
        assertThat(post("/dicom-web/studies/..%2f..", body(file(slice))).statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"application/dicom|415", "application/json|415", "nonsense|415",
        "multipart/form-data; boundary=" + BOUNDARY + "|415",
        "multipart/related; type=\"application/dicom+json\"; boundary=" + BOUNDARY + "|415",
        "multipart/related; type=\"application/dicom\"|400",
        "multipart/related; type=\"application/dicom\"; boundary=another|400",
        "multipart/related; type=application/dicom; boundary=\"" + BOUNDARY + "\"|200",
        "Multipart/Related; boundary=" + BOUNDARY + "|200"})
    void theContentTypeDecides(String type, int status) throws IOException {
        assertThat(post("/dicom-web/studies", body(file(Slice.alone())), "Content-Type", type).statusCode())
                .isEqualTo(status);
    }

    @Test
    void aBodyThatEndsBeforeItsBoundaryStoresNothingOfTheLastPart() throws IOException {
        Slice slice = Slice.alone();
        byte[] body = body(file(slice));
        assertThat(post("/dicom-web/studies", Arrays.copyOf(body, body.length - BOUNDARY.length() - 8)).statusCode())
                .isEqualTo(400);
        assertThat(isStored(slice)).isFalse();
        assertThat(post("/dicom-web/studies", new byte[0]).statusCode()).isEqualTo(400);
        assertThat(post("/dicom-web/studies", body()).statusCode()).isEqualTo(400);
    }

    @Test
    void aPartThatSaysItHoldsPartsIsOneBadPart() throws IOException {
        byte[] nested = ascii("\r\n--" + BOUNDARY + "\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n\r\n"
                + "--x--\r\n--" + BOUNDARY + "--\r\n");
        HttpResponse<byte[]> answer = post("/dicom-web/studies", nested);
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(items(json(answer), "0008119A").size()).isEqualTo(1);
    }

    @Test
    void anotherAnswerThanJsonCannotBeHad() throws IOException {
        assertThat(post("/dicom-web/studies", body(file(Slice.alone())), "Accept", "application/dicom+xml").statusCode())
                .isEqualTo(406);
    }

    @Test
    void aRequestThatIsTooLongIsRefusedBeforeItArrives() throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(ascii("POST /dicom-web/studies HTTP/1.1\r\nHost: localhost\r\n"
                    + "Authorization: " + admin().authorization() + "\r\nContent-Type: " + TYPE
                    + "\r\nContent-Length: 99000000000\r\n\r\n"));
            byte[] status = socket.getInputStream().readNBytes(12);
            assertThat(new String(status, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 413");
        }
    }

    @Test
    void whoMayNotStoreIsRefused() throws IOException {
        users.create("stow-viewer", "stow-viewer-password", "", Role.VIEWER);
        Slice slice = Slice.alone();
        byte[] body = body(file(slice));
        assertThat(WebCaller.stranger(port).as("stow-viewer", "stow-viewer-password")
                .send("POST", "/dicom-web/studies", BodyPublishers.ofByteArray(body), "Content-Type", TYPE).statusCode())
                .isEqualTo(403);
        assertThat(WebCaller.stranger(port).send("POST", "/dicom-web/studies", BodyPublishers.ofByteArray(body),
                "Content-Type", TYPE).statusCode()).isEqualTo(401);
        assertThat(post("/dicom-web/studies", body, "Origin", "http://elsewhere.example").statusCode()).isEqualTo(403);
        assertThat(isStored(slice)).isFalse();
    }

    @Test
    void hostileFilesCostLittleAndStopNothing() throws IOException {
        com.sun.management.ThreadMXBean threads =
                (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        for (Path file : Samples.files("malformed/made")) {
            byte[] body = body(Files.readAllBytes(file));
            long before = threads.getTotalThreadAllocatedBytes();
            HttpResponse<byte[]> answer = post("/dicom-web/studies", body);
            assertThat(threads.getTotalThreadAllocatedBytes() - before).as("bytes for " + file.getFileName())
                    .isLessThan(MOST_BYTES);
            assertThat(answer.statusCode()).as(file.getFileName().toString()).isIn(200, 409);
        }
        assertThat(home.archive().resolve(".incoming")).isEmptyDirectory();
        assertThat(store(file(Slice.alone())).statusCode()).isEqualTo(200);
    }

    @Test
    void aBodyLongerThanTheLimitBreaksOff() {
        LimitedBody body = new LimitedBody(new ByteArrayInputStream(new byte[100]), 50);
        assertThatThrownBy(body::readAllBytes).isInstanceOf(LimitedBody.TooLong.class);
    }
}
