package org.hospitalviewer.dicom.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.hospitalviewer.dicom.io.DicomFormatException;
import org.hospitalviewer.dicom.io.Part10File;
import org.hospitalviewer.peers.Python;
import org.hospitalviewer.peers.Samples;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.ObjectMapper;

/** The text of every sample, in whatever character set, in items too, against what pydicom shows. */
class TextsAgainstPydicomIT {
    private static final String SCRIPT = "src/test/resources/org/hospitalviewer/dicom/texts.py";
    /** pydicom leaves the escape sequences of ISO 2022 IR 58 in the name. */
    private static final Set<String> ACCEPTED = Set.of("charsets/chrGB2312.dcm");

    private final ObjectMapper mapper = new ObjectMapper();

    @Test
    void everyTextOfEverySampleReadsAsInPydicom() throws Exception {
        List<Path> files = Samples.all().stream().filter(file -> !isOutOfBounds(Samples.name(file))).toList();
        Map<Path, List<String>> theirs = pydicom(files);
        Map<String, List<String>> differences = new TreeMap<>();
        int compared = 0;
        for (Path file : files) {
            Map<String, String> ours = ours(file);
            for (String line : theirs.getOrDefault(file, List.of())) {
                String[] columns = line.split("\t", 3);
                if (columns.length == 3 && ours.containsKey(columns[0] + columns[1])) {
                    compared++;
                    String their = plain(Arrays.asList(mapper.readValue(columns[2], String[].class)));
                    String our = ours.get(columns[0] + columns[1]);
                    if (!their.equals(our)) {
                        differences.computeIfAbsent(Samples.name(file), _ -> new ArrayList<>())
                                .add(columns[0] + " pydicom " + their + " / ours " + our);
                    }
                }
            }
        }
        ACCEPTED.forEach(differences::remove);
        assertThat(differences.entrySet().stream().map(Object::toString)).isEmpty();
        assertThat(compared).isGreaterThan(5000);
    }

    /** The bomb would take pydicom 256 MiB; deep nesting exhausts Python's stack. */
    private static boolean isOutOfBounds(String name) {
        return name.contains("deflate-bomb") || name.contains("nested-sequences");
    }

    private static Map<String, String> ours(Path file) throws IOException {
        Map<String, String> texts = new LinkedHashMap<>();
        try {
            collect(Part10File.open(file).header(), "", texts);
        } catch (DicomFormatException e) {
            texts.clear();
        }
        return texts;
    }

    private static void collect(Attributes header, String path, Map<String, String> texts) {
        for (int tag : header.tags()) {
            String name = path + Tag.toString(tag);
            Sequence items = header.getSequence(tag);
            if (items != null) {
                for (int i = 0; i < items.size(); i++) {
                    collect(items.get(i), name + "[" + i + "]/", texts);
                }
            } else if (header.vr(tag).usesCharacterSet()) {
                texts.put(name + header.vr(tag), plain(Arrays.asList(header.getStrings(tag))));
            }
        }
    }

    /** Padding and trailing delimiters mean nothing (PS3.5 6.2), nor does an empty value alone. */
    private static String plain(List<String> values) {
        List<String> plain = values.stream()
                .map(value -> value == null ? "" : value.replaceAll("[\\s\0=^]+$", "").strip()).toList();
        return plain.stream().allMatch(String::isEmpty) ? "" : plain.toString();
    }

    private static Map<Path, List<String>> pydicom(List<Path> files) throws IOException, InterruptedException {
        Map<Path, List<String>> texts = new LinkedHashMap<>();
        List<String> current = new ArrayList<>();
        for (String line : Python.withPydicom().run(files.stream().map(Path::toString).toList(), SCRIPT).split("\n")) {
            if (line.startsWith("FILE\t")) {
                current = new ArrayList<>();
                texts.put(Path.of(line.substring(5)), current);
            } else {
                current.add(line);
            }
        }
        return texts;
    }
}
