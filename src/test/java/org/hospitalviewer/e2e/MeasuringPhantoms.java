package org.hospitalviewer.e2e;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.hospitalviewer.peers.Python;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * Images with known values, made by pydicom, and what pydicom and numpy measure on them.
 *
 * @param name what is special about it
 */
record MeasuringPhantoms(String name, String studyInstanceUid, String seriesInstanceUid, Path file) {

    private static final String SCRIPTS = "src/test/resources/org/hospitalviewer/e2e/";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** One series of one image each, of one study; skips the test where there is no pydicom. */
    static List<MeasuringPhantoms> writeInto(Path folder) {
        String lines = run(List.of(), "measuring_phantoms.py", folder);
        return Arrays.stream(lines.strip().split("\n")).map(line -> line.split("\t"))
                .map(parts -> new MeasuringPhantoms(parts[0], parts[1], parts[2], Path.of(parts[3]))).toList();
    }

    /** Results of measurements as saved: {@code {"type": ..., "data": {"points": ...}}}. */
    List<JsonNode> measured(List<JsonNode> saved) {
        List<String> asked = saved.stream().map(measurement -> MAPPER.createObjectNode()
                .<tools.jackson.databind.node.ObjectNode>set("type", measurement.get("type"))
                .set("points", measurement.get("data").get("points")).toString()).toList();
        String[] answers = run(asked, "measured.py", file).strip().split("\n");
        return Arrays.stream(answers).map(MAPPER::readTree).toList();
    }

    private static String run(List<String> input, String script, Path argument) {
        try {
            return Python.withPydicom().run(input, SCRIPTS + script, argument.toString());
        } catch (IOException failure) {
            throw new AssertionError(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }
}
