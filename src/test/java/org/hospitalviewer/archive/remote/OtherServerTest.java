package org.hospitalviewer.archive.remote;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpHandler;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hospitalviewer.archive.Archive;
import org.hospitalviewer.archive.ArchiveQuery;
import org.hospitalviewer.archive.Content;
import org.hospitalviewer.archive.QueryLevel;
import org.hospitalviewer.archive.RemoteServer.LoginRisk;
import org.hospitalviewer.archive.Slice;
import org.hospitalviewer.archive.StoredInstance;
import org.hospitalviewer.archive.StudyChange;
import org.hospitalviewer.dicom.data.Attributes;
import org.hospitalviewer.dicom.data.Tag;
import org.hospitalviewer.dicom.data.UID;
import org.hospitalviewer.peers.Await;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A DICOMweb server that is no Orthanc and offers no more than the standard asks. */
class OtherServerTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    private Path folder;
    private ScriptedServer server;
    private Archive archive;

    @BeforeEach
    void start() throws IOException {
        server = new ScriptedServer();
        archive = server.archive(folder, 16 << 20);
    }

    @AfterEach
    void stop() {
        ((RemoteArchive) archive).close();
        server.close();
    }

    private static String study(String uid, String date, int instances) {
        return """
                {"0020000D":{"vr":"UI","Value":["%s"]},"00080020":{"vr":"DA","Value":["%s"]},
                 "00201208":{"vr":"IS","Value":[%d]}}""".formatted(uid, date, instances);
    }

    @Test
    void itsNewestStudiesAreWatchedAndChangesTold() {
        server.on("GET", "/studies", ScriptedServer.json("[" + study("1.2.1", "20240101", 1) + "]"));
        Await.until("it is there", PATIENCE, () -> archive.health().available());
        List<StudyChange> heard = new CopyOnWriteArrayList<>();
        archive.subscribe(heard::add);
        long before = archive.lastChange();

        server.on("GET", "/studies", ScriptedServer.json("[" + study("1.2.1", "20240101", 2) + ","
                + study("1.2.2", "20240102", 1) + "]"));
        Await.until("the new study is told", PATIENCE, () -> heard.size() == 2);
        server.on("GET", "/studies", ScriptedServer.json("[" + study("1.2.2", "20240102", 1) + "]"));
        Await.until("the deleted study is told", PATIENCE, () -> heard.size() == 3);

        assertThat(heard.stream().map(change -> change.kind() + " " + change.studyInstanceUid()))
                .containsExactlyInAnyOrder("CHANGED 1.2.1", "NEW 1.2.2", "DELETED 1.2.1");
        assertThat(archive.changesSince(before, 10).changes()).isEqualTo(heard);
        assertThat(archive.remote().orElseThrow().tellsChanges()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"viewer, secret, NONE", "orthanc, orthanc, DEFAULT_PASSWORD", "'', '', OPEN"})
    void credentialsThatAreWorthNothingAreNoticed(String user, String password, LoginRisk risk) throws IOException {
        try (RemoteArchive other = server.taking(user, password).archive(folder.resolve("other"), 1 << 20, user,
                password)) {
            assertThat(other.health().available()).isTrue();
            assertThat(other.remote().orElseThrow().risk()).isEqualTo(risk);
        }
    }

    @Test
    void aWrongPasswordIsSaidToBeAndARightOneIsEnough() {
        server.taking("viewer", "another");
        Await.until("the login is refused", PATIENCE, () ->
                archive.health().problem().contains("user name and password"));
        server.taking("viewer", "secret");
        Await.until("the login is accepted", PATIENCE, () -> archive.health().available());
    }

    @Test
    void sequenceNumbersGoOnAfterARestart() throws IOException {
        long last = archive.lastChange();
        ((RemoteArchive) archive).close();
        archive = server.archive(folder, 16 << 20);
        assertThat(archive.lastChange()).isGreaterThan(last);
        assertThat(archive.changesSince(last, 10).complete()).isFalse();
    }

    /** As many studies as there are days, in the worst order; the server knows dates and pages. */
    private HttpHandler oneStudyADay(LocalDate newest, int days) {
        List<String[]> studies = new ArrayList<>(IntStream.range(0, days).mapToObj(age -> new String[] {"1.2." + age,
                newest.minusDays(age).format(DateTimeFormatter.BASIC_ISO_DATE)}).toList());
        studies.sort((one, other) -> one[0].compareTo(other[0]));
        return exchange -> {
            String query = exchange.getRequestURI().getQuery();
            String[] range = parameter(query, "00080020", "-").split("-", -1);
            ScriptedServer.json("[" + String.join(",", studies.stream()
                    .filter(one -> range[0].isEmpty() || one[1].compareTo(range[0]) >= 0)
                    .filter(one -> range[1].isEmpty() || one[1].compareTo(range[1]) <= 0)
                    .skip(Long.parseLong(parameter(query, "offset", "0")))
                    .limit(Long.parseLong(parameter(query, "limit", "9999")))
                    .map(one -> study(one[0], one[1], 1)).toList()) + "]").handle(exchange);
        };
    }

    private static String parameter(String query, String name, String otherwise) {
        Matcher found = Pattern.compile("(?:^|&)" + name + "=([^&]*)").matcher(query);
        return found.find() ? found.group(1) : otherwise;
    }

    @Test
    void theNewestStudiesOfALargeArchiveAreFoundByWindowsOfDates() {
        LocalDate newest = LocalDate.now().minusDays(3);
        server.on("GET", "/studies", oneStudyADay(newest, 4_000));

        assertThat(uids(archive.find(ArchiveQuery.of(QueryLevel.STUDY, List.of(), 0, 50))))
                .isEqualTo(IntStream.range(0, 50).mapToObj(age -> "1.2." + age).toList());
        assertThat(uids(archive.find(ArchiveQuery.of(QueryLevel.STUDY, List.of(), 1_200, 50))))
                .isEqualTo(IntStream.range(1_200, 1_250).mapToObj(age -> "1.2." + age).toList());
        assertThat(archive.count(ArchiveQuery.of(QueryLevel.STUDY, List.of(), 0, 1))).isEqualTo(4_000);
    }

    private static List<String> uids(List<Attributes> studies) {
        return studies.stream().map(study -> study.getString(Tag.StudyInstanceUID)).toList();
    }

    @Test
    void theSameQuestionTwiceInASecondIsAskedOnce() {
        server.on("GET", "/series", ScriptedServer.json("[]"));
        ArchiveQuery query = ArchiveQuery.of(QueryLevel.SERIES, List.of(), 0, 10);
        Await.until("the server is known", PATIENCE, () -> archive.health().available());
        archive.find(query);
        archive.find(query);
        assertThat(server.requests()).filteredOn(request -> request.contains("/series?")).hasSize(1);
    }

    @Test
    void aServerWithoutWildcardSyntaxesGivesObjectsAllTheSame() throws IOException {
        Slice slice = Slice.alone();
        byte[] file = Files.readAllBytes(slice.writeInto(folder));
        String path = "/studies/" + slice.studyUid() + "/series/" + slice.seriesUid() + "/instances/" + slice.sopUid();
        server.on("GET", path, exchange -> {
            boolean wild = exchange.getRequestHeaders().getFirst("Accept").contains("*");
            (wild ? ScriptedServer.answer(406, "text/plain", new byte[0]) : ScriptedServer.part(file)).handle(exchange);
        });
        StoredInstance instance = archive.instance(slice.studyUid(), slice.seriesUid(), slice.sopUid()).orElseThrow();
        assertThat(bytes(instance.file())).isEqualTo(file);
        assertThat(bytes(instance.frames(List.of(1)).orElseThrow().getFirst()))
                .isEqualTo(slice.attributes().getBytes(Tag.PixelData));
        assertThat(instance.metadata().getString(Tag.PatientName)).isEqualTo("Test^Slice");
    }

    @Test
    void aListedObjectTellsItsEncodingByTheBeginningOfItsFileAndPassesThrough() throws IOException {
        Slice slice = Slice.alone();
        byte[] file = Files.readAllBytes(slice.writeInto(folder));
        String series = "/studies/" + slice.studyUid() + "/series/" + slice.seriesUid();
        server.on("GET", series + "/instances", ScriptedServer.json("""
                [{"00080018":{"vr":"UI","Value":["%s"]}}]""".formatted(slice.sopUid())))
                .on("GET", series + "/instances/" + slice.sopUid(), ScriptedServer.part(file))
                .on("GET", series + "/metadata", ScriptedServer.json("""
                [{"00080018":{"vr":"UI","Value":["%s"]},"7FE00010":{"vr":"OW","BulkDataURI":"../x"},
                  "00281053":{"vr":"DS","Value":[0.39100000000000001]}}]""".formatted(slice.sopUid())));

        StoredInstance listed = archive.instances(slice.studyUid(), slice.seriesUid()).getFirst();

        assertThat(listed.transferSyntaxUid()).isEqualTo(UID.ExplicitVRLittleEndian);
        assertThat(listed.sopClassUid()).isEqualTo(UID.CTImageStorage);
        Attributes header = listed.metadata();
        assertThat(header.bulkData(Tag.PixelData)).isPresent();
        assertThat(header.getString(Tag.RescaleSlope)).isEqualTo("0.391");
        assertThat(listed.file().length()).isEqualTo(Content.UNKNOWN_LENGTH);
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        listed.file().transferTo(whole);
        assertThat(whole.toByteArray()).isEqualTo(file);
        try (Stream<Path> fetched = Files.list(folder.resolve("fetched"))) {
            assertThat(fetched).isEmpty();
        }
    }

    private static byte[] bytes(Content content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        content.transferTo(out);
        assertThat(out.size()).isEqualTo((int) content.length());
        return Arrays.copyOf(out.toByteArray(), out.size());
    }
}
