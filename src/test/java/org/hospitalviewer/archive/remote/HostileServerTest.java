package org.hospitalviewer.archive.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.hospitalviewer.archive.ArchiveQuery;
import org.hospitalviewer.archive.ArchiveUnavailableException;
import org.hospitalviewer.archive.ArchiveUnavailableException.Reason;
import org.hospitalviewer.archive.Match;
import org.hospitalviewer.archive.Origin;
import org.hospitalviewer.archive.QueryLevel;
import org.hospitalviewer.archive.RefusedException;
import org.hospitalviewer.archive.Slice;
import org.hospitalviewer.archive.StoredInstance;
import org.hospitalviewer.dicom.data.Tag;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the other server answers: a clear error, bounded memory and disk, and nobody waits for ever. */
class HostileServerTest {

    private static final Origin SCANNER = new Origin(Origin.Door.C_STORE, "CT1", "127.0.0.1");
    private static final int CACHE_BYTES = 1 << 20;

    @TempDir
    private Path folder;
    private ScriptedServer server;
    private RemoteArchive archive;

    @BeforeEach
    void start() throws IOException {
        server = new ScriptedServer();
        archive = server.archive(folder, CACHE_BYTES);
    }

    @AfterEach
    void stop() {
        archive.close();
        server.close();
    }

    private ThrowingCallable search() {
        return () -> archive.find(ArchiveQuery.of(QueryLevel.STUDY,
                List.of(new Match.Equal(Tag.PatientID, "x")), 0, 50));
    }

    private StoredInstance fetch(Slice slice) {
        return archive.instance(slice.studyUid(), slice.seriesUid(), slice.sopUid()).orElseThrow();
    }

    private static String path(Slice slice) {
        return "/studies/" + slice.studyUid() + "/series/" + slice.seriesUid() + "/instances/" + slice.sopUid();
    }

    private static void assertUnavailable(ThrowingCallable question, Reason reason) {
        assertThatThrownBy(question).isInstanceOfSatisfying(ArchiveUnavailableException.class, unavailable ->
                assertThat(unavailable.reason()).isEqualTo(reason));
    }

    /** Writes the same bytes again and again for as long as somebody reads. */
    private static HttpHandler endless(String contentType, String begin, String again) {
        return exchange -> {
            exchange.getResponseHeaders().set("Content-Type", contentType);
            exchange.sendResponseHeaders(200, 0);
            OutputStream out = exchange.getResponseBody();
            out.write(begin.getBytes(StandardCharsets.US_ASCII));
            byte[] block = again.repeat(1000).getBytes(StandardCharsets.US_ASCII);
            while (true) {
                out.write(block);
            }
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "{}", "[", "[{]", "[1]", "[[]]", "<html>log in</html>",
        "[{\"0020000D\":{\"vr\":\"XX\",\"Value\":[\"1.2\"]}}]", "[{\"0020000D\":\"1.2\"}]",
        "[{\"nonsense\":{\"vr\":\"UI\"}}]", "[{\"00280010\":{\"vr\":\"US\",\"Value\":[\"many\"]}}]",
        "[{\"00081190\":{\"vr\":\"OB\",\"InlineBinary\":\"***\"}}]",
        "[{\"00081199\":{\"vr\":\"SQ\",\"Value\":[true]}}]"})
    void aSearchAnswerThatIsNoDicomJsonIsSaidToBe(String body) {
        server.on("GET", "/studies", ScriptedServer.json(body));
        assertUnavailable(search(), Reason.MALFORMED);
    }

    @Test
    void anAnswerNestedWithoutEndIsRefused() {
        server.on("GET", "/studies", ScriptedServer.json("[{\"00081199\":{\"vr\":\"SQ\",\"Value\":["
                + "{\"00081199\":{\"vr\":\"SQ\",\"Value\":[".repeat(10_000)));
        assertUnavailable(search(), Reason.MALFORMED);
    }

    @Test
    void anAnswerWithoutEndIsCutOff() {
        server.on("GET", "/studies", endless("application/dicom+json", "[",
                "{\"0020000D\":{\"vr\":\"UI\",\"Value\":[\"1.2.3\"]}},"));
        assertUnavailable(search(), Reason.MALFORMED);
    }

    @Test
    void aTextWithoutEndIsCutOff() {
        server.on("GET", "/studies", endless("application/dicom+json",
                "[{\"00081030\":{\"vr\":\"LO\",\"Value\":[\"", "endless "));
        assertUnavailable(search(), Reason.MALFORMED);
    }

    @Test
    void aServerThatStopsInTheMiddleIsLeft() {
        server.on("GET", "/studies", exchange -> {
            exchange.sendResponseHeaders(200, 1000);
            exchange.getResponseBody().write('[');
            exchange.getResponseBody().flush();
            sleepUntilInterrupted();
        });
        assertUnavailable(search(), Reason.UNREACHABLE);
    }

    private static void sleepUntilInterrupted() {
        try {
            Thread.sleep(Long.MAX_VALUE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @ParameterizedTest
    @CsvSource({"401, LOGIN_REFUSED", "403, LOGIN_REFUSED", "500, FAILING", "503, FAILING", "404, FAILING"})
    void aStatusSaysWhatIsWrong(int status, Reason reason) {
        server.on("GET", "/studies", ScriptedServer.answer(status, "text/plain", new byte[0]));
        assertUnavailable(search(), reason);
    }

    @Test
    void aRedirectionIsNotFollowedForTheLoginWouldGoWithIt() {
        server.on("GET", "/studies", exchange -> {
            exchange.getResponseHeaders().set("Location", "/dicom-web/elsewhere");
            exchange.sendResponseHeaders(302, -1);
        });
        assertUnavailable(search(), Reason.FAILING);
        assertThat(server.requests()).noneMatch(request -> request.contains("elsewhere"));
    }

    @Test
    void aServerThatIgnoresConditionsAndPagesDoesNotMisleadUs() {
        server.on("GET", "/studies", ScriptedServer.json("""
                [{"0020000D":{"vr":"UI","Value":["1.2.1"]},"00100020":{"Value":["x"],"vr":"LO"}},
                 {"0020000D":{"vr":"UI","Value":["1.2.2"]},"00100020":{"Value":["y"],"vr":"LO"}}]"""));
        assertThat(archive.find(ArchiveQuery.of(QueryLevel.STUDY, List.of(new Match.Equal(Tag.PatientID, "x")), 0, 50)))
                .extracting(study -> study.getString(Tag.StudyInstanceUID)).containsExactly("1.2.1");
    }

    @Test
    void anObjectIsTakenWrappedOrNot() throws IOException {
        Slice slice = Slice.alone();
        byte[] file = Files.readAllBytes(slice.writeInto(folder));
        server.on("GET", path(slice), ScriptedServer.part(file));
        assertThat(fetch(slice).file().length()).isEqualTo(file.length);

        Slice plain = Slice.alone();
        byte[] plainFile = Files.readAllBytes(plain.writeInto(folder));
        server.on("GET", path(plain), ScriptedServer.answer(200, "application/dicom", plainFile));
        assertThat(fetch(plain).file().length()).isEqualTo(plainFile.length);
    }

    @Test
    void anObjectThatIsNotThereIsAbsent() {
        assertThat(archive.instance("1.2.3", "1.2.4", "1.2.5")).isEmpty();
        assertThat(archive.instance("../..", "1.2.4", "1.2.5")).isEmpty();
    }

    @Test
    void anotherObjectThanTheOneAskedForIsNotShown() throws IOException {
        Slice slice = Slice.alone();
        server.on("GET", path(slice), ScriptedServer.part(Files.readAllBytes(Slice.alone().writeInto(folder))));
        assertUnavailable(() -> fetch(slice), Reason.MALFORMED);
        assertThat(fetchedFiles()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"multipart/related", "multipart/related; boundary=other", "text/html", "image/jpeg"})
    void wrongPartsAreSaidToBe(String contentType) {
        Slice slice = Slice.alone();
        server.on("GET", path(slice), ScriptedServer.answer(200, contentType,
                "--b\r\n\r\nnothing".getBytes(StandardCharsets.US_ASCII)));
        assertUnavailable(() -> fetch(slice), Reason.MALFORMED);
    }

    @Test
    void aPartThatIsCutOffIsNotTakenForAWholeObject() throws IOException {
        Slice slice = Slice.alone();
        byte[] file = Files.readAllBytes(slice.writeInto(folder));
        byte[] head = "--b\r\nContent-Type: application/dicom\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
        byte[] all = new byte[head.length + file.length];
        System.arraycopy(head, 0, all, 0, head.length);
        System.arraycopy(file, 0, all, head.length, file.length);
        server.on("GET", path(slice), ScriptedServer.answer(200, "multipart/related; boundary=b", all));
        assertUnavailable(() -> fetch(slice), Reason.MALFORMED);
        assertThat(fetchedFiles()).isEmpty();
    }

    @Test
    void anObjectWithoutEndFillsNoDisk() throws IOException {
        Slice slice = Slice.alone();
        server.on("GET", path(slice), endless("application/dicom", "", "endless "));
        assertUnavailable(() -> fetch(slice), Reason.FAILING);
        assertThat(fetchedFiles()).isEmpty();
    }

    @Test
    void objectsFetchedLongAgoMakeRoomForNewOnes() throws IOException {
        for (int number = 0; number < 12; number++) {
            Slice slice = Slice.of(Slice.newUid(), Slice.newUid(), number, 256);
            server.on("GET", path(slice), ScriptedServer.part(Files.readAllBytes(slice.writeInto(folder))));
            fetch(slice);
        }
        long bytes = 0;
        for (Path file : fetchedFiles()) {
            bytes += Files.size(file);
        }
        assertThat(bytes).isPositive().isLessThanOrEqualTo(CACHE_BYTES);
    }

    private List<Path> fetchedFiles() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("fetched"))) {
            return files.toList();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "507|{}|OUT_OF_RESOURCES", "413|{}|OUT_OF_RESOURCES", "500||OUT_OF_RESOURCES", "401||OUT_OF_RESOURCES",
        "400|nonsense|CANNOT_UNDERSTAND", "409|{}|CANNOT_UNDERSTAND", "202|{}|OUT_OF_RESOURCES",
        "200|{\"00081199\":{\"vr\":\"SQ\",\"Value\":[{\"00081155\":{\"vr\":\"UI\",\"Value\":[\"1.2\"]}}]}}"
            + "|OUT_OF_RESOURCES",
        "409|{\"00081198\":{\"vr\":\"SQ\",\"Value\":[{\"00081155\":{\"vr\":\"UI\",\"Value\":[\"UID\"]},"
            + "\"00081197\":{\"vr\":\"US\",\"Value\":[42752]}}]}}|OUT_OF_RESOURCES",
        "202|{\"00081198\":{\"vr\":\"SQ\",\"Value\":[{\"00081155\":{\"vr\":\"UI\",\"Value\":[\"UID\"]},"
            + "\"00081197\":{\"vr\":\"US\",\"Value\":[43264]}}]}}|DATA_SET_MISMATCH"})
    void whatTheServerDoesNotTakeIsRefusedWithTheReason(int status, String body, RefusedException.Reason reason) {
        Slice slice = Slice.alone();
        String answer = body == null ? "" : body.replace("UID\"]", slice.sopUid() + "\"]");
        server.on("GET", "/instances", ScriptedServer.json("[]")).on("POST", "/studies",
                ScriptedServer.answer(status, "application/dicom+json", answer.getBytes(StandardCharsets.UTF_8)));
        assertThatThrownBy(() -> archive.store(SCANNER, slice.announced(), slice.open()))
                .isInstanceOfSatisfying(RefusedException.class, refused ->
                        assertThat(refused.reason()).isEqualTo(reason));
    }

    @Test
    void anObjectSentToAServerThatIsGoneIsRefusedSoThatTheSenderKeepsIt() {
        server.close();
        Slice slice = Slice.alone();
        assertThatThrownBy(() -> archive.store(SCANNER, slice.announced(), slice.open()))
                .isInstanceOfSatisfying(RefusedException.class, refused ->
                        assertThat(refused.reason()).isEqualTo(RefusedException.Reason.OUT_OF_RESOURCES));
    }
}
