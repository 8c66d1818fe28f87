package org.hospitalviewer.dicom.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hospitalviewer.dicom.Peer;
import org.hospitalviewer.dicom.Samples;
import org.hospitalviewer.dicom.data.Dictionary;
import org.hospitalviewer.dicom.io.DicomFormatException;
import org.hospitalviewer.dicom.io.Part10File;
import org.hospitalviewer.dicom.io.ReadOptions;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * Our DICOM JSON of every well-formed sample against that of DCMTK's dcm2json. Pixel data and other large values are not
 * compared here: dcm2json inlines them.
 */
class JsonAgainstDcm2jsonIT {
    private final ObjectMapper mapper = new ObjectMapper();

    @Test
    void everySampleGivesTheJsonThatDcm2jsonGives() throws Exception {
        Peer.requireProgram("dcm2json", "dcmtk");
        Map<String, String> differences = new TreeMap<>();
        int compared = 0;
        for (Path path : Samples.all()) {
            String name = Samples.name(path);
            if (name.startsWith("malformed/") || name.startsWith("dicomdir/variants")) {
                continue;
            }
            String theirs = Peer.run(List.of(), "dcm2json", path.toString());
            if (!theirs.isBlank()) {
                compared++;
                List<String> different = new ArrayList<>();
                compare("", mapper.readTree(theirs), mapper.readTree(ours(path)), different);
                if (!different.isEmpty()) {
                    differences.put(name, different.getFirst());
                }
            }
        }
        assertThat(differences).isEmpty();
        assertThat(compared).isGreaterThan(300);
    }

    private static String ours(Path path) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            DicomJson.write(Part10File.open(path, ReadOptions.DEFAULT.withBulkThresholdBytes(Integer.MAX_VALUE)).header(),
                    out, BulkDataUri.NONE);
        } catch (DicomFormatException e) {
            return "{\"refused\":{\"vr\":\"" + e.getMessage() + "\"}}";
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private void compare(String path, JsonNode theirs, JsonNode ours, List<String> different) {
        TreeMap<String, JsonNode> all = new TreeMap<>();
        theirs.properties().forEach(entry -> all.put(entry.getKey(), entry.getValue()));
        ours.properties().forEach(entry -> all.put(entry.getKey(), entry.getValue()));
        for (String tag : all.keySet()) {
            JsonNode their = theirs.get(tag);
            JsonNode our = ours.get(tag);
            if (their == null || our == null) {
                different.add(path + tag + ": " + their + " / ours " + our);
            } else {
                compareElement(path + tag, their, our, different);
            }
        }
    }

    private void compareElement(String path, JsonNode theirs, JsonNode ours, List<String> different) {
        if (isPixelData(path)) {
            return;
        }
        if (theirs.get("vr").asString().equals("SQ") && ours.get("vr").asString().equals("SQ")) {
            compareItems(path, theirs.path("Value"), ours.path("Value"), different);
        } else if (!theirs.equals(ours) && !isAccepted(path, theirs, ours)) {
            different.add(path + ": " + cut(theirs) + " / ours " + cut(ours));
        }
    }

    private void compareItems(String path, JsonNode theirs, JsonNode ours, List<String> different) {
        if (theirs.size() != ours.size()) {
            different.add(path + ": " + theirs.size() + " items / ours " + ours.size());
            return;
        }
        for (int i = 0; i < ours.size(); i++) {
            compare(path + '/' + (i + 1) + '/', theirs.get(i), ours.get(i), different);
        }
    }

    private boolean isAccepted(String path, JsonNode theirs, JsonNode ours) {
        return false;
    }

    private static boolean isPixelData(String path) {
        return path.endsWith("7FE00010") || path.endsWith("7FE00008") || path.endsWith("7FE00009");
    }

    private static String cut(JsonNode node) {
        String text = node.toString();
        return text.length() < 120 ? text : text.substring(0, 120);
    }
}
