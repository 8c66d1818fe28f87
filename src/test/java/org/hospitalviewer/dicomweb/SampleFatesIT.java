package org.hospitalviewer.dicomweb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hospitalviewer.ApplianceTest;
import org.hospitalviewer.FreshHome;
import org.hospitalviewer.archive.Archive;
import org.hospitalviewer.peers.Samples;
import org.hospitalviewer.peers.WebCaller;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * What becomes of every file of the sample set is written down in {@code sample-fates.tsv} and must come true. Files that
 * share a SOP Instance UID, and well-formed ones that lack UIDs, get their own first.
 *
 * <p>Columns: path; what the archive's door does ({@code stored}, or {@code refused} with the reason's code); what
 * {@code rendered} gives ({@code image/jpeg}, {@code application/pdf}, {@code icon} for no pixels, {@code not-decodable});
 * what the viewer shows (not tested here); why, in the words of the answer.
 */
@ApplianceTest
class SampleFatesIT {
    private static final String TABLE = "/sample-fates.tsv";
    private static final Path FOUND = Path.of("target", "sample-fates.tsv");
    private static final String HEADER = "path\tintake\trendered\tshown\twhy";

    @LocalServerPort
    private int port;
    @Autowired
    private Archive archive;
    @TempDir
    private Path folder;

    private record Fate(String intake, String rendered, String why) {
    }

    @Test
    void everySampleHasTheFateThatIsWrittenDown() throws IOException {
        Map<String, String[]> expected = table();
        Map<String, Fate> found = new LinkedHashMap<>();
        for (Path sample : Samples.all()) {
            found.put(Samples.name(sample), fate(sample));
        }
        write(found, expected);
        assertThat(found.keySet()).as("files of the sample set, each of which needs a line").isEqualTo(expected.keySet());
        List<String> different = new ArrayList<>();
        found.forEach((name, fate) -> {
            String[] line = expected.get(name);
            if (!fate.intake().equals(line[1]) || !fate.rendered().equals(line[2])) {
                different.add(name + ": " + fate + " instead of " + line[1] + ", " + line[2]);
            }
        });
        assertThat(different).isEmpty();
    }

    private Fate fate(Path sample) throws IOException {
        StoredSample.Intake intake = StoredSample.takeIn(archive, sample, folder);
        if (intake.stored().isEmpty()) {
            return new Fate("refused " + intake.refusal(), "-", intake.why());
        }
        String path = intake.stored().get().path();
        HttpResponse<byte[]> rendered = caller().get(path + "/rendered");
        HttpResponse<byte[]> thumbnail = caller().get(path + "/thumbnail", "Accept", "image/png");
        assertThat(thumbnail.statusCode()).as(Samples.name(sample)).isEqualTo(200);
        assertThat(thumbnail.body()).as(Samples.name(sample)).startsWith(0x89, 'P', 'N', 'G');
        return switch (rendered.statusCode()) {
            case 200 -> new Fate("stored", rendered.headers().firstValue("Content-Type").orElseThrow(), "");
            case 404 -> new Fate("stored", "icon", detail(rendered));
            case 406 -> new Fate("stored", "not-decodable", detail(rendered));
            default -> new Fate("stored", Integer.toString(rendered.statusCode()), WebCaller.text(rendered));
        };
    }

    private static String detail(HttpResponse<byte[]> problem) {
        return WebCaller.text(problem).replaceAll(".*\"detail\":\"((?:[^\"\\\\]|\\\\.)*)\".*", "$1")
                .replaceAll("[\\t\\n\\r]", " ");
    }

    private WebCaller caller() {
        return WebCaller.stranger(port).as(FreshHome.ADMIN, FreshHome.PASSWORD);
    }

    private static Map<String, String[]> table() throws IOException {
        Map<String, String[]> lines = new LinkedHashMap<>();
        try (InputStream in = SampleFatesIT.class.getResourceAsStream(TABLE)) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().skip(1)
                    .map(line -> line.split("\t", -1)).forEach(line -> lines.put(line[0], line));
        }
        return lines;
    }

    /** What was found, in the form of the table, for whoever has to change it. */
    private static void write(Map<String, Fate> found, Map<String, String[]> expected) throws IOException {
        List<String> lines = new ArrayList<>(List.of(HEADER));
        found.forEach((name, fate) -> lines.add(String.join("\t", name, fate.intake(), fate.rendered(),
                expected.containsKey(name) ? expected.get(name)[3] : "?", fate.why())));
        Files.write(FOUND, lines);
    }
}
