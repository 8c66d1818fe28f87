package org.hospitalviewer.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hospitalviewer.peers.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the viewer shows of every file of the sample set is written down in {@code sample-fates.tsv}, column
 * {@code shown}, and must come true.
 *
 * <p>{@code picture}: decoded by the browser; {@code plain picture}: the same, of one colour; {@code server frame}:
 * decoded by the server; {@code server picture}: drawn by the server; {@code pdf}, {@code report}, {@code video}: such;
 * {@code card}: nothing that can be shown; {@code notice}: a picture that nobody can decode, with the reason;
 * {@code -}: not taken by the archive.
 *
 * <p>Each picture that the browser made is compared with the server's of the same frame, where it can draw one, at 1:1; the
 * server's decoders and greys are compared with pydicom's and DCMTK's elsewhere.
 */
@BrowserTest
class EverySampleIT {

    private static final String TABLE = "/sample-fates.tsv";
    private static final int RENDERED = 2;
    private static final int SHOWN = 3;
    private static final Path FOUND = Path.of("target", "sample-shown.tsv");
    private static final String HEADER = "path\tshown\tdifference";
    /** Mean difference from the server's picture, as a part of the range of greys. */
    private static final double GREATEST_DIFFERENCE = 0.015;
    /** How what is no picture is found on the screen. */
    private static final Map<String, String> OBJECTS = Map.of("pdf", ".paper", "report", ".report", "video", ".film");

    /** A frame that cannot be decoded is asked for in other ways, and the server may refuse those. */
    private static final String REFUSED_FRAME = "/frames/\\d+(/rendered)?\\b";

    /** A PDF that was left before the browser had read it. */
    private static final String LEFT_PDF = "ERR_FILE_NOT_FOUND.*blob:";

    @TempDir
    private Path folder;

    @Test
    void everySampleIsShownAsTheTableSays(Visitors visitors) throws Exception {
        try (Clinic clinic = Clinic.open()) {
            Map<String, Optional<SentSample>> sent = new LinkedHashMap<>();
            Samples.all().forEach(sample -> sent.put(Samples.name(sample), SentSample.send(sample, clinic, folder)));
            Map<String, String> expected = table(SHOWN);
            Map<String, String> rendered = table(RENDERED);
            ViewerPage viewer = viewer(visitors.atWindow(800, 600), clinic, sent);
            ViewerPage paper = viewer(visitors.atDeskForPdf(), clinic, sent);

            Map<String, String> found = new TreeMap<>();
            Map<String, Double> differences = new TreeMap<>();
            sent.forEach((name, sample) -> {
                ViewerPage used = "pdf".equals(expected.get(name)) ? paper : viewer;
                found.put(name, sample.map(each -> shown(used, each)).orElse("-"));
                if (List.of("picture", "plain picture").contains(found.get(name)) && "image/jpeg".equals(rendered.get(name))) {
                    viewer.press("x");
                    viewer.settle();
                    differences.put(name, viewer.differenceFromServer());
                }
            });
            write(found, differences);
            // The open viewer would complain of a clinic that closes before it.
            visitors.leave();
            assertThat(otherThan(expected, found)).isEmpty();
            differences.values().removeIf(difference -> difference <= GREATEST_DIFFERENCE);
            assertThat(differences).isEmpty();
        }
    }

    /** Only the lines that differ: the whole table would not be read by anybody. */
    private static List<String> otherThan(Map<String, String> expected, Map<String, String> found) {
        Set<String> names = new TreeSet<>(expected.keySet());
        names.addAll(found.keySet());
        return names.stream().filter(name -> !Objects.equals(expected.get(name), found.get(name)))
                .map(name -> name + ": " + expected.get(name) + ", but shown was " + found.get(name)).toList();
    }

    private static ViewerPage viewer(Visit visit, Clinic clinic, Map<String, Optional<SentSample>> sent) {
        clinic.admit(visit.expecting(REFUSED_FRAME).expecting(LEFT_PDF));
        return ViewerPage.open(visit, clinic, firstPicture(sent).studyInstanceUid());
    }

    private static SentSample firstPicture(Map<String, Optional<SentSample>> sent) {
        return sent.get("transfer-syntaxes/same-ct/ct-explicit-le.dcm").orElseThrow();
    }

    private static String shown(ViewerPage viewer, SentSample sample) {
        viewer.goTo(sample.studyInstanceUid(), sample.seriesInstanceUid());
        if ("noPictures".equals(viewer.state("state => state.phase"))) {
            return OBJECTS.entrySet().stream().filter(kind -> viewer.element().locator(kind.getValue()).count() > 0)
                    .map(Map.Entry::getKey).findAny().orElse("card");
        }
        assertThat(viewer.state("state => state.phase")).as(sample.name()).isEqualTo("ready");
        if (viewer.state("state => state.failure ?? null") != null) {
            return "notice";
        }
        String origin = (String) viewer.state("state => state.origin");
        return switch (origin) {
            case "decoded-by-server" -> "server frame";
            case "rendered-by-server" -> "server picture";
            default -> viewer.isOfOneColour() ? "plain picture" : "picture";
        };
    }

    private static Map<String, String> table(int column) throws IOException {
        Map<String, String> lines = new TreeMap<>();
        try (InputStream in = EverySampleIT.class.getResourceAsStream(TABLE)) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().skip(1)
                    .map(line -> line.split("\t", -1)).forEach(line -> lines.put(line[0], line[column]));
        }
        return lines;
    }

    /** What was found, for whoever has to change the table. */
    private static void write(Map<String, String> found, Map<String, Double> differences) throws IOException {
        List<String> lines = new ArrayList<>(List.of(HEADER));
        found.forEach((name, fate) -> lines.add(name + "\t" + fate + "\t" + differences.getOrDefault(name, 0.0)));
        Files.write(FOUND, lines);
    }
}
