package org.hospitalviewer.dicomweb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.hospitalviewer.ApplianceTest;
import org.hospitalviewer.FreshHome;
import org.hospitalviewer.archive.Archive;
import org.hospitalviewer.archive.Origin;
import org.hospitalviewer.archive.Slice;
import org.hospitalviewer.dicom.data.Tag;
import org.hospitalviewer.dicom.io.Part10File;
import org.hospitalviewer.peers.Samples;
import org.hospitalviewer.peers.WebCaller;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** DICOMweb over real HTTP: what is asked how, and what comes back. */
@ApplianceTest
class DicomWebTest {

    private static final String EXPLICIT_LITTLE_ENDIAN = "1.2.840.10008.1.2.1";

    private static final Origin SCANNER = new Origin(Origin.Door.C_STORE, "CT1", "127.0.0.1");

    @LocalServerPort
    private int port;
    @Autowired
    private Archive archive;
    @TempDir
    private Path folder;
    private final ObjectMapper mapper = new ObjectMapper();
    private StoredSample ct;
    private StoredSample compressed;
    private StoredSample multiFrame;

    @BeforeEach
    void store() throws IOException {
        for (Path file : Samples.files("series-ct/head-phantom-1mm").subList(0, 5)) {
            ct = StoredSample.store(archive, file, folder).orElseThrow();
        }
        compressed = StoredSample.store(archive, Samples.path("transfer-syntaxes/same-ct/ct-jpegls-lossless-80.dcm"),
                folder).orElseThrow();
        multiFrame = StoredSample.store(archive, Samples.path("modalities/us-8frames-rgb-implicit.dcm"), folder)
                .orElseThrow();
    }

    @Test
    void zeroMatchesAreAnEmptyList() throws IOException {
        HttpResponse<byte[]> answer = get("/dicom-web/studies?PatientID=nobody-has-this");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(WebCaller.text(answer)).isEqualTo("[]");
        assertThat(type(answer)).isEqualTo("application/dicom+json");
    }

    @Test
    void ohifFindsTheStudyTheWayItAsks() throws IOException {
        String name = ct.header().getString(Tag.PatientName).substring(0, 3).replace("^", "%5E");
        JsonNode found = json(get("/dicom-web/studies?PatientName=*" + name.toLowerCase(Locale.ROOT)
                + "*&limit=101&offset=0&fuzzymatching=false&includefield=00081030%2C00080060"));
        assertThat(values(found, "0020000D")).contains(ct.study());
        JsonNode study = json(get("/dicom-web/studies?StudyInstanceUID=" + ct.study())).get(0);
        for (String required : List.of("00080020", "00080030", "00080050", "00080056", "00080061", "00080090",
                "00081190", "00100010", "00100020", "00100030", "00100040", "0020000D", "00200010", "00201206",
                "00201208")) {
            assertThat(study.has(required)).as(required + " (PS3.18 10.6.3.3)").isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"StudyInstanceUID=%s", "0020000D=%s", "0020000d=%s", "StudyInstanceUID=1.2.3,%s",
        "StudyInstanceUID=1.2.3%%5C%s", "StudyInstanceUID=1.2.3&StudyInstanceUID=%s", "StudyInstanceUID=%s,",
        "StudyInstanceUID=%s&ModalitiesInStudy=MR,CT", "StudyInstanceUID=%s&ModalitiesInStudy=C*",
        "StudyInstanceUID=%s&ModalitiesInStudy=ct", "StudyInstanceUID=%s&ModalitiesInStudy=MR&ModalitiesInStudy=CT",
        "StudyInstanceUID=%s&StudyDate=", "StudyInstanceUID=%s&StudyDate=*", "StudyInstanceUID=%s&StudyDate=19000101-",
        "StudyInstanceUID=%s&StudyTime=000000-235959.999999", "StudyInstanceUID=%s&StudyTime=00-",
        "StudyInstanceUID=%s&fuzzymatching=true&charset=utf-8"})
    void theStudyIsFoundHoweverItIsAskedFor(String query) throws IOException {
        HttpResponse<byte[]> answer = get("/dicom-web/studies?" + query.formatted(ct.study()));
        assertThat(values(json(answer), "0020000D")).containsExactly(ct.study());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"NoSuchThing=1|no attribute called NoSuchThing",
        "includefield=NoSuchThing|no attribute", "PatientName.%3Cscript%3E=1|no attribute",
        "StudyDate=2020-01-01|a date as", "StudyDate=yesterday|a date as", "StudyTime=9|a time as",
        "StudyInstanceUID=1.2.*|only digits and dots", "limit=-1|from 0", "limit=9999999999|from 0", "offset=x|from 0",
        "fuzzymatching=maybe|true or false", "StudyDate=20200101&StudyDate=20210101|more than once",
        "PatientName=%FF|cannot be understood"})
    void whatMakesNoSenseIsRefusedWithASentence(String query, String sentence) throws IOException {
        HttpResponse<byte[]> answer = get("/dicom-web/studies?" + query);
        assertProblem(answer, 400);
        assertThat(WebCaller.text(answer)).contains(sentence);
    }

    @Test
    void keysThatCannotBeMatchedAreNamedInAWarning() throws IOException {
        HttpResponse<byte[]> answer = get("/dicom-web/studies?StudyInstanceUID=" + ct.study()
                + "&Manufacturer=X&00081199.00081155=1.2&fuzzymatching=true");
        assertThat(values(json(answer), "0020000D")).containsExactly(ct.study());
        assertThat(answer.headers().allValues("Warning")).hasSize(2).allMatch(text -> text.startsWith("299 "))
                .anyMatch(text -> text.contains("Manufacturer") && text.contains("00081199.00081155"))
                .anyMatch(text -> text.contains("fuzzymatching"));
    }

    @Test
    void pagesAddUpToTheWhole() throws IOException {
        List<String> whole = values(json(get(ct.seriesPath() + "/instances")), "00080018");
        assertThat(whole).hasSizeGreaterThanOrEqualTo(5);
        List<String> pages = new ArrayList<>();
        for (int offset = 0; offset <= whole.size(); offset += 2) {
            pages.addAll(values(json(get(ct.seriesPath() + "/instances?limit=2&offset=" + offset)), "00080018"));
        }
        assertThat(pages).isEqualTo(whole);
        assertThat(WebCaller.text(get(ct.seriesPath() + "/instances?limit=0"))).isEqualTo("[]");
    }

    @Test
    void anInstanceIncludesWhateverItsHeaderHas() throws IOException {
        String address = ct.seriesPath() + "/instances?SOPInstanceUID=" + ct.instance();
        assertThat(json(get(address)).get(0).has("00200032")).isFalse();
        JsonNode some = json(get(address + "&includefield=ImagePositionPatient&includefield=00280030,WindowCenter"))
                .get(0);
        assertThat(some.path("00200032").path("Value").size()).isEqualTo(3);
        assertThat(some.has("00280030")).isTrue();
        JsonNode all = json(get(address + "&includefield=all")).get(0);
        assertThat(all.has("00180050")).isTrue();
        assertThat(all.has("7FE00010")).as("pixel data is not part of a search result").isFalse();
    }

    @Test
    void theRetrieveUrlStandsUnderTheNameTheClientUsed() throws IOException {
        String raw = raw("GET /dicom-web/studies?StudyInstanceUID=" + ct.study()
                + " HTTP/1.1\r\nHost: pacs.clinic.example:8443\r\nConnection: close\r\n" + authorization());
        assertThat(raw).contains("http://pacs.clinic.example:8443/dicom-web/studies/" + ct.study() + "\"");
        assertThat(get(json(get("/dicom%2Dweb/studies?StudyInstanceUID=" + ct.study())).get(0).get("00081190")
                .get("Value").get(0).asString().replaceFirst("http://[^/]+", "") + "/metadata").statusCode()).isEqualTo(200);
    }

    @Test
    void metadataOfStudySeriesAndInstanceAgree() throws IOException {
        List<String> ofSeries = values(json(get(ct.seriesPath() + "/metadata")), "00080018");
        assertThat(ofSeries).contains(ct.instance())
                .isEqualTo(values(json(get(ct.seriesPath() + "/instances")), "00080018"));
        assertThat(values(json(get("/dicom-web/studies/" + ct.study() + "/metadata")), "00080018")).containsAll(ofSeries);
        assertThat(values(json(get(ct.path() + "/metadata")), "00080018")).containsExactly(ct.instance());
    }

    @Test
    void aBulkDataUriLeadsToTheBytes() throws IOException {
        JsonNode element = json(get(ct.path() + "/metadata")).get(0).get("7FE00010");
        String uri = element.get("BulkDataURI").asString();
        HttpResponse<byte[]> bytes = get(uri.substring(uri.indexOf("/dicom-web")), "Accept", "application/octet-stream");
        assertThat(bytes.statusCode()).isEqualTo(200);
        Part10File file = Part10File.open(ct.file());
        assertThat(bytes.body()).hasSize(ct.header().getInt(Tag.Rows, 0) * ct.header().getInt(Tag.Columns, 0) * 2)
                .isEqualTo(slice(ct.file(), file.frame(1).getFirst().offset(), (int) file.frame(1).getFirst().length()));
        for (String nowhere : List.of("/bulkdata/00100010", "/bulkdata/7FE00010/1/7FE00010", "/bulkdata/x",
                "/bulkdata/00081199/999999999999/00081155", "/bulkdata")) {
            assertProblem(get(ct.path() + nowhere), 404);
        }
    }

    @Test
    void aSeriesAndAStudyComeAsTheirFiles() throws IOException {
        String accept = "multipart/related; type=\"application/dicom\"; transfer-syntax=*";
        HttpResponse<byte[]> series = get(ct.seriesPath(), "Accept", accept);
        assertThat(series.headers().firstValueAsLong("Content-Length")).hasValue(series.body().length);
        List<ReceivedPart> parts = ReceivedPart.of(series);
        byte[] file = get(ct.path(), "Accept", "application/dicom; transfer-syntax=*").body();
        assertThat(parts).hasSize(json(get(ct.seriesPath() + "/instances")).size())
                .anyMatch(part -> Arrays.equals(part.body(), file));
        assertThat(ReceivedPart.of(get("/dicom-web/studies/" + ct.study(), "Accept", accept)))
                .hasSameSizeAs(json(get("/dicom-web/studies/" + ct.study() + "/instances")));
        assertProblem(get(ct.seriesPath(), "Accept", "application/dicom; transfer-syntax=*"), 406);
        assertProblem(get("/dicom-web/studies/1.2.3", "Accept", accept), 404);
        assertProblem(get("/dicom-web/studies/" + ct.study() + "/series/1.2.3", "Accept", accept), 404);
    }

    @Test
    void whatTheClientHasAlreadyIsNotSentAgain() throws IOException {
        for (String path : List.of(ct.path(), ct.path() + "/frames/1", ct.path() + "/metadata",
                ct.seriesPath() + "/metadata", ct.seriesPath(), "/dicom-web/studies/" + ct.study() + "/metadata")) {
            HttpResponse<byte[]> first = get(path);
            String tag = first.headers().firstValue("ETag").orElseThrow();
            HttpResponse<byte[]> again = get(path, "If-None-Match", tag);
            assertThat(again.statusCode()).as(path).isEqualTo(304);
            assertThat(again.body()).isEmpty();
            assertThat(get(path, "If-None-Match", "W/\"something-else\"").statusCode()).isEqualTo(200);
        }
        assertThat(tag(ct.path() + "/frames/1")).isNotEqualTo(tag(ct.path()))
                .isNotEqualTo(get(ct.path() + "/frames/1", "Accept", "application/octet-stream").headers()
                        .firstValue("ETag").orElseThrow());
    }

    @Test
    void anInstanceMoreMakesTheSeriesNewToTheClient() throws IOException {
        Slice slice = Slice.alone();
        archive.store(SCANNER, slice.announced(), slice.open());
        String series = "/dicom-web/studies/" + slice.studyUid() + "/series/" + slice.seriesUid() + "/metadata";
        String tag = tag(series);
        Slice another = Slice.of(slice.studyUid(), slice.seriesUid(), 2, 8);
        archive.store(SCANNER, another.announced(), another.open());
        HttpResponse<byte[]> answer = get(series, "If-None-Match", tag);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(json(answer)).hasSize(2);
    }

    private String tag(String path) throws IOException {
        return get(path).headers().firstValue("ETag").orElseThrow();
    }

    @Test
    void theShortcutsLeadToTheSame() throws IOException {
        String root = "/api/dicomweb";
        assertThat(values(json(get(root + "/studies?StudyInstanceUID=" + ct.study() + "&Modality=CT")), "0020000D"))
                .containsExactly(ct.study());
        assertThat(WebCaller.text(get(root + "/studies?StudyInstanceUID=" + ct.study() + "&Modality=MR"))).isEqualTo("[]");
        assertThat(json(get(root + "/studies/" + ct.study())))
                .isEqualTo(json(get("/dicom-web/studies/" + ct.study() + "/metadata")));
        assertThat(json(get(root + "/studies/" + ct.study() + "/series")))
                .isEqualTo(json(get("/dicom-web/studies/" + ct.study() + "/series")));
        assertThat(json(get(root + ct.seriesPath().replace("/dicom-web", "") + "/instances")))
                .isEqualTo(json(get(ct.seriesPath() + "/instances")));
        HttpResponse<byte[]> file = get(root + "/instances/" + ct.instance());
        assertThat(file.headers().firstValue("Content-Disposition")).hasValueSatisfying(text ->
                assertThat(text).contains("attachment", ct.instance() + ".dcm"));
        assertThat(file.body()).isEqualTo(get(ct.path(), "Accept", "application/dicom; transfer-syntax=*").body());
        assertProblem(get(root + "/instances/1.2.3"), 404);
        assertProblem(get(root + "/instances/x"), 400);
        assertProblem(get(root + "/studies/1.2.3"), 404);
    }

    @Test
    void anInstanceComesAsStoredOrInExplicitLittleEndian() throws IOException {
        HttpResponse<byte[]> stored = get(compressed.path(), "Accept", "application/dicom; transfer-syntax=*");
        assertThat(type(stored)).isEqualTo("application/dicom; transfer-syntax=1.2.840.10008.1.2.4.80");
        assertThat(stored.headers().firstValueAsLong("Content-Length")).hasValue(stored.body().length);
        ReceivedPart part = ReceivedPart.of(get(compressed.path(), "Accept",
                "multipart/related; type=\"application/dicom\"; transfer-syntax=1.2.840.10008.1.2.4.80")).getFirst();
        assertThat(part.body()).isEqualTo(stored.body());
        assertProblem(get(compressed.path(), "Accept", "application/dicom"), 406);
        HttpResponse<byte[]> explicit = get(multiFrame.path(), "Accept", "application/dicom");
        assertThat(type(explicit)).endsWith(EXPLICIT_LITTLE_ENDIAN);
        Path copy = Files.write(folder.resolve("explicit.dcm"), explicit.body());
        assertThat(Part10File.open(copy).meta().transferSyntaxUid()).isEqualTo(EXPLICIT_LITTLE_ENDIAN);
        assertThat(Part10File.open(copy).frameCount()).isEqualTo(8);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "multipart/related; type=application/octet-stream; transfer-syntax=*|application/octet-stream",
        "multipart/related; type=\"application/octet-stream\"; transfer-syntax=1.2.840.10008.1.2.4.80"
                + "|application/octet-stream",
        "multipart/related; type=\"application/octet-stream; transfer-syntax=*\"|application/octet-stream",
        "multipart/related; type=\"image/jls\"|image/jls", "multipart/related; type=image/*; transfer-syntax=*|image/jls",
        "multipart/related; type=\"image/jpeg\", multipart/related; type=\"image/jls\";q=0.5|image/jls",
        "multipart/related; type=\"image/jls\", */*;q=0.1|image/jls"})
    void compressedFramesComeAsStoredUnderEachNameOfTheirEncoding(String accept, String partType) throws IOException {
        ReceivedPart part = ReceivedPart.of(get(compressed.path() + "/frames/1", "Accept", accept)).getFirst();
        assertThat(part.contentType()).isEqualTo(partType + "; transfer-syntax=1.2.840.10008.1.2.4.80");
    }

    @ParameterizedTest
    @ValueSource(strings = {"multipart/related; type=\"application/octet-stream\"", "*/*",
        "multipart/related; type=\"application/octet-stream\", */*;q=0.1"})
    void compressedFramesComeDecodedToWhoNamesNoEncoding(String accept) throws IOException {
        ReceivedPart part = ReceivedPart.of(get(compressed.path() + "/frames/1", "Accept", accept)).getFirst();
        assertThat(part.contentType()).isEqualTo("application/octet-stream; transfer-syntax=" + EXPLICIT_LITTLE_ENDIAN);
        assertThat(part.body()).hasSize(compressed.header().getInt(Tag.Rows, 0)
                * compressed.header().getInt(Tag.Columns, 0) * 2);
    }

    @Test
    void aDecodedFrameAloneTellsWhatItsPixelsMean() throws IOException {
        HttpResponse<byte[]> response = get(compressed.path() + "/frames/1", "Accept", "application/octet-stream");
        assertThat(type(response)).isEqualTo("application/octet-stream; transfer-syntax=" + EXPLICIT_LITTLE_ENDIAN);
        assertThat(response.headers().firstValue("Photometric-Interpretation")).hasValue("MONOCHROME2");
        assertThat(response.body()).hasSize(512 * 512 * 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"image/png", "multipart/related; type=\"image/jpeg\"", "garbage", ",,;;=\";", "*/*;q=0",
        "multipart/related; type=\"application/octet-stream\"; transfer-syntax=1.2.840.10008.1.2.4.90"})
    void whatCannotBeGivenIs406(String accept) throws IOException {
        assertProblem(get(compressed.path() + "/frames/1", "Accept", accept), 406);
    }

    @Test
    void severalFramesComeInTheOrderAskedForAndOnlyAsParts() throws IOException {
        String all = "multipart/related; type=application/octet-stream";
        List<ReceivedPart> ordered = ReceivedPart.of(get(multiFrame.path() + "/frames/1,2,3,4,5,6,7,8", "Accept", all));
        assertThat(ordered).hasSize(8);
        List<ReceivedPart> some = ReceivedPart.of(get(multiFrame.path() + "/frames/8%2C1,8", "Accept", all));
        assertThat(some.stream().map(ReceivedPart::body).toList())
                .containsExactly(ordered.get(7).body(), ordered.get(0).body(), ordered.get(7).body());
        assertThat(some.getFirst().contentType())
                .isEqualTo("application/octet-stream; transfer-syntax=" + EXPLICIT_LITTLE_ENDIAN);
        HttpResponse<byte[]> alone = get(multiFrame.path() + "/frames/2", "Accept", "application/octet-stream");
        assertThat(alone.body()).isEqualTo(ordered.get(1).body());
        assertProblem(get(multiFrame.path() + "/frames/1,2", "Accept", "application/octet-stream"), 406);
        assertProblem(get(multiFrame.path() + "/frames/9"), 404);
        assertProblem(get(multiFrame.path() + "/frames/0"), 404);
        for (String bad : List.of("x", "-1", "1,", "1,,2", "99999999999", "1;2")) {
            assertProblem(get(multiFrame.path() + "/frames/" + bad), 400);
        }
    }

    @Test
    void theAcceptParameterStandsInForTheHeader() throws IOException {
        assertThat(type(get(ct.path() + "?accept=application/dicom", "Accept", "text/html")))
                .isEqualTo("application/dicom; transfer-syntax=" + EXPLICIT_LITTLE_ENDIAN);
        assertThat(get("/dicom-web/studies?limit=1&accept=application/dicom+json", "Accept", "text/html").statusCode())
                .isEqualTo(200);
        assertProblem(get("/dicom-web/studies?limit=1&accept=application/dicom%2Bxml"), 406);
        assertProblem(get("/dicom-web/studies?limit=1", "Accept", "multipart/related; type=\"application/dicom+xml\""),
                406);
        assertThat(type(get("/dicom-web/studies?limit=1", "Accept", "application/json"))).isEqualTo("application/json");
    }

    @Test
    void headSaysWhatGetWouldSendAndSendsNothing() throws IOException {
        for (String path : List.of(ct.path(), ct.path() + "/frames/1", multiFrame.path() + "/frames/1,2")) {
            HttpResponse<byte[]> head = caller().send("HEAD", path, BodyPublishers.noBody());
            assertThat(head.statusCode()).isEqualTo(200);
            assertThat(head.body()).isEmpty();
            assertThat(head.headers().firstValue("Content-Length")).isEqualTo(get(path).headers().firstValue("Content-Length"));
        }
    }

    @Test
    void metadataOfALongSeriesAreReadyMadeYetNeverOld() throws IOException {
        String study = Slice.newUid();
        String series = Slice.newUid();
        String path = "/dicom-web/studies/" + study + "/series/" + series + "/metadata";
        List<String> stored = new ArrayList<>();
        for (int number = 1; number <= 12; number++) {
            Slice slice = Slice.of(study, series, number, 16);
            stored.add(slice.sopUid());
            archive.store(SCANNER, slice.announced(), slice.open());
            if (number >= 8) {
                HttpResponse<byte[]> plain = get(path);
                assertThat(plain.headers().firstValue("Content-Encoding")).isEmpty();
                assertThat(values(json(plain), "00080018")).containsExactlyElementsOf(stored);
                HttpResponse<byte[]> compressed = get(path, "Accept-Encoding", "br;q=1, gzip;q=0.5");
                assertThat(compressed.headers().firstValue("Content-Encoding")).hasValue("gzip");
                try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(compressed.body()))) {
                    assertThat(in.readAllBytes()).isEqualTo(plain.body());
                }
                assertThat(get(path, "Accept-Encoding", "gzip;q=0").headers().firstValue("Content-Encoding")).isEmpty();
            }
        }
    }

    @Test
    void jsonIsCompressedAndFramesNeverAre() throws IOException {
        HttpResponse<byte[]> json = get(ct.seriesPath() + "/metadata", "Accept-Encoding", "gzip");
        assertThat(json.headers().firstValue("Content-Encoding")).hasValue("gzip");
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(json.body()))) {
            assertThat(mapper.readTree(in).size()).isGreaterThanOrEqualTo(5);
        }
        for (String accept : List.of("*/*", "application/octet-stream")) {
            assertThat(get(ct.path() + "/frames/1", "Accept-Encoding", "gzip", "Accept", accept).headers()
                    .firstValue("Content-Encoding")).isEmpty();
        }
    }

    @Test
    void whatIsNotThereIs404AndWhatIsNotAUidIs400() throws IOException {
        assertProblem(get("/dicom-web/studies/1.2.3/metadata"), 404);
        assertProblem(get("/dicom-web/studies/1.2.3/series/1.2.3/metadata"), 404);
        assertProblem(get(ct.seriesPath() + "/instances/1.2.3"), 404);
        assertProblem(get("/dicom-web/studies/1.2.3/series/" + ct.series() + "/instances/" + ct.instance()), 404);
        assertProblem(get("/dicom-web/studies/" + "1".repeat(65) + "/series"), 400);
        assertProblem(get("/dicom-web/studies/%3Cscript%3E/series"), 400);
        assertProblem(caller().post("/dicom-web/series", "{}"), 405);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/dicom-web//studies", "/dicom-web/studies;x=1", "/dicom-web/studies%2F1.2",
        "/dicom-web/../etc/passwd", "/dicom-web/%2e%2e/x", "/dicom-web/studies%00", "/dicom-web/stud\\ies",
        "/dicom-web/studies?a[]=1", "/dicom-web/studies?\"<>", "/dicom-web/%", "/dicom-web/studies?%0d%0aX:=1",
        "/dicom-web/studies?PatientName=%zz"})
    void hostileAddressesAreRefusedWithoutATrace(String address) throws IOException {
        String answer = raw("GET " + address + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + authorization());
        assertThat(answer).startsWith("HTTP/1.1 40").contains("application/problem+json")
                .doesNotContain("Exception", "org.apache", "java.", "Tomcat", "<html");
    }

    @Test
    void randomRequestsNeverShowAStackTraceOrAServerError() throws IOException {
        Random random = new Random(7);
        for (int i = 0; i < 200; i++) {
            String answer = raw("GET /dicom-web/" + noise(random) + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                    + "Accept: " + noise(random) + "\r\nUser-Agent: " + noise(random) + "\r\n" + authorization());
            assertThat(answer).matches("(?s)HTTP/1.1 [24].*").doesNotContain("Exception", "at org.", "at java.");
        }
        String longHeader = raw("GET /dicom-web/studies?" + "a".repeat(20_000) + " HTTP/1.1\r\nHost: localhost\r\n"
                + "Connection: close\r\n" + authorization());
        assertThat(longHeader).startsWith("HTTP/1.1 4").doesNotContain("Exception", "Tomcat");
    }

    private static String noise(Random random) {
        String alphabet = "abz019./;:,=?&%\"'<>*[]{}|\\~+-_ \u00e9\t";
        StringBuilder noise = new StringBuilder();
        for (int i = random.nextInt(60); i >= 0; i--) {
            noise.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return noise.toString();
    }

    private void assertProblem(HttpResponse<byte[]> answer, int status) {
        assertThat(answer.statusCode()).as(WebCaller.text(answer)).isEqualTo(status);
        assertThat(type(answer)).isEqualTo("application/problem+json");
        assertThat(mapper.readTree(answer.body()).get("status").asInt()).isEqualTo(status);
    }

    private String authorization() {
        return "Authorization: " + caller().authorization() + "\r\n\r\n";
    }

    /** Bytes as they are written, which an HTTP client would put in order. */
    private String raw(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private WebCaller caller() {
        return WebCaller.stranger(port).as(FreshHome.ADMIN, FreshHome.PASSWORD);
    }

    private HttpResponse<byte[]> get(String path, String... headers) throws IOException {
        return caller().get(path, headers);
    }

    private JsonNode json(HttpResponse<byte[]> answer) {
        assertThat(answer.statusCode()).as(WebCaller.text(answer)).isEqualTo(200);
        return mapper.readTree(answer.body());
    }

    private static List<String> values(JsonNode entities, String tag) {
        return entities.valueStream().map(entity -> entity.path(tag).path("Value").path(0).asString()).toList();
    }

    private static String type(HttpResponse<byte[]> answer) {
        return answer.headers().firstValue("Content-Type").orElse("");
    }

    private static byte[] slice(Path file, long offset, int length) throws IOException {
        return Arrays.copyOfRange(Files.readAllBytes(file), (int) offset, (int) offset + length);
    }
}
