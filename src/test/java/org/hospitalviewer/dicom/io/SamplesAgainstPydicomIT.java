package org.hospitalviewer.dicom.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.hospitalviewer.peers.Python;
import org.hospitalviewer.peers.Samples;
import org.junit.jupiter.api.Test;

/** Tags, VRs, lengths and values of every sample that both read, byte for byte, against pydicom. */
class SamplesAgainstPydicomIT {
    /** Where pydicom 2.3 itself goes wrong, or names what no edition knows. */
    private static final Set<String> ACCEPTED = Set.of(
            // VR of two spaces: pydicom takes the rest of the file for its value, dcmdump reads on as we do.
            "malformed/found/GH179A.dcm", "malformed/found/GH179B.dcm",
            // "DICM" stands at byte 128 of a data set without preamble: pydicom starts there.
            "malformed/found/no_preamble_dicm_in_data.dcm",
            // (0040,A170) holds text, as an old edition said: pydicom tries to read a sequence, we keep the bytes as
            // UN.
            "malformed/found/Tag-0040-A170-VR-CS.dcm",
            // pydicom keeps the unknown VR ZZ where we say UN.
            "malformed/made/unknown-vr.dcm");

    @Test
    void everyElementOfEverySampleHasTheBytesThatPydicomReads() throws Exception {
        List<Path> files = Samples.all().stream().filter(file -> !isOutOfBounds(Samples.name(file))).toList();
        Map<Path, List<String>> theirs = pydicom(files);
        Map<String, List<String>> differences = new TreeMap<>();
        int compared = 0;
        for (Path file : files) {
            List<String> expected = theirs.get(file);
            List<String> ours = ours(file);
            if (expected.stream().noneMatch(line -> line.startsWith("REFUSED")) && !ours.isEmpty()) {
                compared++;
                List<String> different = different(expected, ours);
                if (!different.isEmpty()) {
                    differences.put(Samples.name(file), different);
                }
            }
        }
        ACCEPTED.forEach(differences::remove);
        assertThat(differences).isEmpty();
        assertThat(compared).isGreaterThan(500);
    }

    /** The bomb would take pydicom 256 MiB; deep nesting exhausts Python's stack. */
    private static boolean isOutOfBounds(String name) {
        return name.contains("deflate-bomb") || name.contains("nested-sequences");
    }

    private static List<String> ours(Path file) throws IOException {
        try {
            return ElementLines.of(Part10File.open(file));
        } catch (DicomFormatException e) {
            return List.of();
        }
    }

    private static List<String> different(List<String> expected, List<String> ours) {
        List<String> different = new ArrayList<>();
        for (int i = 0; i < Math.max(expected.size(), ours.size()); i++) {
            String theirLine = i < expected.size() ? expected.get(i) : "nothing";
            String ourLine = i < ours.size() ? ours.get(i) : "nothing";
            if (!same(theirLine, ourLine)) {
                different.add("pydicom " + theirLine + " / ours " + ourLine);
                break;
            }
        }
        return different;
    }

    /** pydicom gives no VR where the file has none. */
    private static boolean same(String theirLine, String ourLine) {
        String[] theirs = theirLine.split("\t", -1);
        String[] ours = ourLine.split("\t", -1);
        return theirs.length == 4 && ours.length == 4 && theirs[0].equals(ours[0])
                && (theirs[1].isEmpty() || theirs[1].equals(ours[1]))
                && known(theirs[2], ours[2]) && known(theirs[3], ours[3]);
    }

    private static boolean known(String theirs, String ours) {
        return theirs.equals("*") || theirs.equals(ours);
    }

    private static Map<Path, List<String>> pydicom(List<Path> files) throws IOException, InterruptedException {
        String script = Path.of("src/test/resources/org/hospitalviewer/dicom/elements.py").toString();
        String output = Python.withPydicom().run(files.stream().map(Path::toString).toList(), script);
        Map<Path, List<String>> elements = new LinkedHashMap<>();
        List<String> current = new ArrayList<>();
        for (String line : output.split("\n")) {
            if (line.startsWith("FILE\t")) {
                current = new ArrayList<>();
                elements.put(Path.of(line.substring(5)), current);
            } else {
                current.add(line);
            }
        }
        elements.values().forEach(lines -> {
            if (lines.isEmpty()) {
                lines.add("REFUSED\tno elements");
            }
        });
        return elements;
    }
}
