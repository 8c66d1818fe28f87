package org.hospitalviewer.dicomweb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hospitalviewer.ApplianceTest;
import org.hospitalviewer.FreshHome;
import org.hospitalviewer.archive.Archive;
import org.hospitalviewer.peers.Python;
import org.hospitalviewer.peers.Samples;
import org.hospitalviewer.peers.WebCaller;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Frames and metadata of every sample, asked over HTTP, against what pydicom reads from the file. */
@ApplianceTest
class RetrieveAgainstPydicomIT {

    private static final String SCRIPT = "src/test/resources/org/hospitalviewer/dicomweb/frames.py";
    private static final int MOST_FRAMES = 1_000;
    private static final Set<String> ACCEPTED = Set.of(
            // A video is one stream: its frames cannot be told apart; we say 404.
            "transfer-syntaxes/video-h264-102.dcm frames", "transfer-syntaxes/video-mpeg2-100.dcm frames",
            // pydicom leaves the escape sequences of ISO 2022 IR 58 in the name.
            "charsets/chrGB2312.dcm header");

    @LocalServerPort
    private int port;
    @Autowired
    private Archive archive;
    @TempDir
    private Path folder;
    private final ObjectMapper mapper = new ObjectMapper();

    @Test
    void everySampleGivesTheFramesAndTheHeaderThatPydicomReads() throws Exception {
        List<StoredSample> stored = storeAll();
        Map<String, List<String>> theirs = pydicom(stored);
        Map<String, String> differences = new TreeMap<>();
        int frames = 0;
        int headers = 0;
        for (StoredSample sample : stored) {
            String name = Samples.name(sample.file());
            List<String> lines = theirs.get(sample.file().toString());
            List<String> expected = values(lines, "FRAME");
            if (!expected.isEmpty() && expected.size() <= MOST_FRAMES) {
                frames++;
                List<String> ours = frames(sample, expected.size());
                if (!ours.equals(expected)) {
                    differences.put(name + " frames", ours.size() + ": " + ours.getFirst());
                }
            }
            for (String header : values(lines, "HEADER")) {
                headers++;
                List<String> different = different(mapper.readTree(header), metadata(sample));
                if (!different.isEmpty()) {
                    differences.put(name + " header", different.toString());
                }
            }
        }
        differences.keySet().removeAll(ACCEPTED);
        assertThat(differences.entrySet().stream().map(Object::toString)).isEmpty();
        assertThat(frames).isGreaterThan(300);
        assertThat(headers).isGreaterThan(300);
    }

    private List<StoredSample> storeAll() throws IOException {
        List<StoredSample> stored = new ArrayList<>();
        for (Path sample : Samples.all()) {
            String name = Samples.name(sample);
            if (!name.startsWith("malformed/") && !name.startsWith("dicomdir/")) {
                StoredSample.store(archive, sample, folder).ifPresent(stored::add);
            }
        }
        return stored;
    }

    private static Map<String, List<String>> pydicom(List<StoredSample> samples)
            throws IOException, InterruptedException {
        String output = Python.withPydicom().run(samples.stream().map(sample -> sample.file().toString()).toList(),
                Path.of(SCRIPT).toString());
        Map<String, List<String>> files = new LinkedHashMap<>();
        List<String> current = new ArrayList<>();
        for (String line : output.split("\n")) {
            if (line.startsWith("FILE\t")) {
                current = new ArrayList<>();
                files.put(line.substring(5), current);
            } else {
                current.add(line);
            }
        }
        return files;
    }

    private static List<String> values(List<String> lines, String kind) {
        return lines.stream().filter(line -> line.startsWith(kind + "\t"))
                .map(line -> line.substring(kind.length() + 1)).toList();
    }

    private List<String> frames(StoredSample sample, int count) throws IOException {
        String numbers = IntStream.rangeClosed(1, count).mapToObj(Integer::toString).collect(Collectors.joining(","));
        HttpResponse<byte[]> response = caller().get(sample.path() + "/frames/" + numbers,
                "Accept", "multipart/related; type=application/octet-stream; transfer-syntax=*");
        if (response.statusCode() != 200) {
            return List.of(response.statusCode() + " " + WebCaller.text(response));
        }
        return ReceivedPart.of(response).stream().map(part -> sha256(part.body())).toList();
    }

    private JsonNode metadata(StoredSample sample) throws IOException {
        HttpResponse<byte[]> response = caller().get(sample.path() + "/metadata");
        assertThat(response.statusCode()).as(WebCaller.text(response)).isEqualTo(200);
        return mapper.readTree(response.body()).get(0);
    }

    private List<String> different(JsonNode theirs, JsonNode ours) {
        Set<String> tags = new TreeSet<>(theirs.propertyNames());
        tags.addAll(ours.propertyNames());
        return tags.stream().filter(tag -> !tag.startsWith("7FE000") && !same(tag, theirs.get(tag), ours.get(tag)))
                .map(tag -> tag + " " + theirs.get(tag) + " / " + ours.get(tag)).map(RetrieveAgainstPydicomIT::cut)
                .toList();
    }

    private boolean same(String tag, JsonNode theirs, JsonNode ours) {
        if (tag.equals("00080005") || tag.endsWith("0000")) {
            return true; // our JSON is UTF-8 and says so; group lengths have no place in it
        }
        if (theirs == null || ours == null) {
            return false;
        }
        String vr = theirs.get("vr").asString();
        if (ours.has("BulkDataURI") || vr.equals("SQ") || ours.get("vr").asString().equals("UN")) {
            return true; // bulk data and items have tests of their own; pydicom has a dictionary of private elements
        }
        return vr.equals(ours.get("vr").asString()) && sameValues(theirs.path("Value"), ours.path("Value"));
    }

    private static boolean sameValues(JsonNode theirs, JsonNode ours) {
        if (theirs.size() != ours.size()) {
            return ours.isEmpty() && theirs.valueStream().allMatch(value -> plain(value).equals("\"\""));
        }
        for (int i = 0; i < ours.size(); i++) {
            JsonNode their = theirs.get(i);
            JsonNode our = ours.get(i);
            boolean numbers = their.isNumber() && our.isNumber();
            if (numbers ? Math.abs(their.asDouble() - our.asDouble()) > 1e-6 * Math.abs(our.asDouble())
                    : !plain(their).equals(plain(our))) {
                return false;
            }
        }
        return true;
    }

    /** An empty value is null (PS3.18 F.2.5), padding and trailing delimiters of names mean nothing (PS3.5 6.2). */
    private static String plain(JsonNode value) {
        return value.toString().replace("null", "\"\"").replace("{\"Alphabetic\":\"^", "\"^")
                .replaceAll("[\\s^]+\"", "\"").replace("\"\"}", "\"\"");
    }

    private WebCaller caller() {
        return WebCaller.stranger(port).as(FreshHome.ADMIN, FreshHome.PASSWORD);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private static String cut(String text) {
        return text.length() < 300 ? text : text.substring(0, 300);
    }
}
