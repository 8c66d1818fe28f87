package org.hospitalviewer.dicom.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.hospitalviewer.dicom.data.Tag;
import org.hospitalviewer.dicom.io.DicomFormatException;
import org.hospitalviewer.dicom.io.Part10File;
import org.hospitalviewer.dicom.io.ReadOptions;
import org.hospitalviewer.peers.PeerProgram;
import org.hospitalviewer.peers.Samples;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * Our DICOM JSON of every well-formed sample against that of DCMTK's dcm2json. Pixel data and other large values are
 * not compared here: dcm2json inlines them.
 */
class JsonAgainstDcm2jsonIT {
    /** dcm2json leaves text of items that have a character set of their own as it was. */
    private static final List<String> ACCEPTED = List.of("charsets/chrSQEncoding.dcm");

    private final ObjectMapper mapper = new ObjectMapper();

    @Test
    void everySampleGivesTheJsonThatDcm2jsonGives() throws Exception {
        PeerProgram dcm2json = PeerProgram.of("dcm2json", "dcmtk");
        Map<String, String> differences = new TreeMap<>();
        int compared = 0;
        for (Path path : Samples.all()) {
            String name = Samples.name(path);
            if (name.startsWith("malformed/") || name.startsWith("dicomdir/variants")) {
                continue;
            }
            Optional<JsonNode> theirs = answer(dcm2json, path);
            if (theirs.isPresent()) {
                compared++;
                List<String> different = new ArrayList<>();
                compare("", theirs.get(), mapper.readTree(ours(path)), different);
                if (!different.isEmpty()) {
                    differences.put(name, different.getFirst());
                }
            }
        }
        ACCEPTED.forEach(differences::remove);
        assertThat(differences.entrySet().stream().map(Object::toString)).isEmpty();
        assertThat(compared).isGreaterThanOrEqualTo(350);
    }

    /** Empty where dcm2json refuses the file or its character set, or writes what is no JSON. */
    private Optional<JsonNode> answer(PeerProgram dcm2json, Path path) throws IOException, InterruptedException {
        String json = dcm2json.run(List.of(), path.toString());
        try {
            return json.isBlank() ? Optional.empty() : Optional.of(mapper.readTree(json));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    private static String ours(Path path) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ReadOptions all = ReadOptions.DEFAULT.withBulkThresholdBytes(Integer.MAX_VALUE);
            DicomJson.write(Part10File.open(path, all).header(), out, BulkDataUri.NONE);
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

    /** Differences in how the same is said. */
    private static boolean isAccepted(String path, JsonNode theirs, JsonNode ours) {
        // dcm2json converts to UTF-8 as we do, but leaves the declaration in items and DICOMDIRs as it was.
        if (path.endsWith("/00080005")) {
            return ours.toString().equals("{\"vr\":\"CS\",\"Value\":[\"ISO_IR 192\"]}");
        }
        // DCMTK has a dictionary of private elements; without a VR in the file we know none.
        if (isPrivate(path) && ours.get("vr").asString().equals("UN")) {
            return true;
        }
        return theirs.get("vr").equals(ours.get("vr")) && sameNumbers(ours.get("vr").asString(), theirs, ours);
    }

    private static boolean isPrivate(String path) {
        return Tag.isPrivate(Integer.parseUnsignedInt(path.substring(path.length() - 8), 16));
    }

    /** 1.0 is 1; a float has fewer digits; a DS of more than 16 characters is a string in dcm2json. */
    private static boolean sameNumbers(String vr, JsonNode theirs, JsonNode ours) {
        if (!List.of("DS", "IS", "FL", "FD").contains(vr) || theirs.path("Value").size() != ours.path("Value").size()) {
            return false;
        }
        for (int i = 0; i < ours.path("Value").size(); i++) {
            String their = theirs.get("Value").get(i).asString();
            String our = ours.get("Value").get(i).asString();
            boolean same = vr.equals("FL") ? Float.parseFloat(their) == Float.parseFloat(our)
                    : isClose(Double.parseDouble(their), Double.parseDouble(our));
            if (!same) {
                return false;
            }
        }
        return true;
    }

    /** dcm2json prints 17 digits, of which the last may differ. */
    private static boolean isClose(double their, double our) {
        return Math.abs(their - our) <= Math.abs(our) * 1e-15;
    }

    private static boolean isPixelData(String path) {
        return path.endsWith("7FE00010") || path.endsWith("7FE00008") || path.endsWith("7FE00009");
    }

    private static String cut(JsonNode node) {
        String text = node.toString();
        return text.length() < 120 ? text : text.substring(0, 120);
    }
}
