package org.hospitalviewer.ingest.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hospitalviewer.FreshHome;
import org.hospitalviewer.peers.Await;
import org.hospitalviewer.peers.Samples;
import org.hospitalviewer.peers.WebCaller;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An administrator who imports folders over HTTP. */
record Importer(WebCaller caller) {

    static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final JsonMapper JSON = JsonMapper.shared();

    static Importer at(int port) {
        return new Importer(WebCaller.stranger(port).as(FreshHome.ADMIN, FreshHome.PASSWORD));
    }

    JsonNode read(HttpResponse<byte[]> answer) {
        assertThat(answer.statusCode()).as(WebCaller.text(answer)).isBetween(200, 299);
        return JSON.readTree(answer.body());
    }

    JsonNode running() throws IOException {
        return read(caller.get("/api/import/status")).get("running");
    }

    void start(Path path) throws IOException {
        read(caller.post("/api/import/start", "{\"path\": " + JSON.writeValueAsString(path.toString()) + "}"));
    }

    void awaitDone(long files) {
        Await.until(files + " files are taken", PATIENCE, () -> running().at("/job/counts/done").asLong() >= files);
    }

    /** The import, which has come to its end. */
    JsonNode ended() {
        JsonNode[] last = {null};
        Await.until("the import is over", PATIENCE, () -> {
            last[0] = running();
            return !last[0].get("active").asBoolean();
        });
        assertThat(last[0].at("/job/state").asString()).as(last[0].toString()).isEqualTo("DONE");
        return last[0].get("job");
    }

    /** What became of each file below a folder: status, tab, reason, by its relative path. */
    Map<String, String> history(Path root) throws IOException {
        Map<String, String> verdicts = new TreeMap<>();
        long before = 0;
        int rows = 0;
        JsonNode page;
        do {
            page = read(caller.get("/api/import/history?limit=1000&before=" + before)).get("files");
            for (JsonNode file : page) {
                before = file.get("id").asLong();
                Path path = Path.of(file.get("path").asString());
                if (path.startsWith(root)) {
                    rows++;
                    verdicts.put(root.relativize(path).toString().replace('\\', '/'),
                            file.get("status").asString() + "\t" + file.get("reason").asString());
                }
            }
        } while (!page.isEmpty());
        assertThat(verdicts).as("one row for each file").hasSize(rows);
        return verdicts;
    }

    /**
     * Imports samples by way of a folder and gives their verdicts. Those that a table says are imported come first, so that
     * it is certain which of several objects with the same UID the archive meets first.
     */
    Map<String, String> importSamples(Path folder, List<Path> all, Map<String, String> table) throws IOException {
        copy(folder, all.stream().filter(one -> table.getOrDefault(Samples.name(one), "").startsWith("IMPORTED")).toList());
        start(folder);
        ended();
        copy(folder, all);
        start(folder);
        ended();
        Map<String, String> found = history(folder);
        all.forEach(sample -> found.putIfAbsent(Samples.name(sample), "NOT_LOOKED_AT\t"));
        return found;
    }

    private static void copy(Path folder, List<Path> samples) throws IOException {
        for (Path sample : samples) {
            Path target = folder.resolve(Samples.name(sample));
            if (!Files.exists(target)) {
                Files.createDirectories(target.getParent());
                Files.copy(sample, target);
            }
        }
    }

    /** The verdicts that are written down in a resource. */
    static Map<String, String> table(String resource) throws IOException {
        Map<String, String> lines = new TreeMap<>();
        try (InputStream in = Importer.class.getResourceAsStream(resource)) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().skip(1)
                    .forEach(line -> lines.put(line.substring(0, line.indexOf('\t')),
                            line.substring(line.indexOf('\t') + 1)));
        }
        return lines;
    }

    /** Writes down what was found, for the table to be compared or renewed. */
    static void keep(Map<String, String> verdicts, Path target) throws IOException {
        List<String> lines = new ArrayList<>(List.of("path\tverdict\treason"));
        verdicts.forEach((path, verdict) -> lines.add(path + "\t" + verdict));
        Files.write(target, lines);
    }
}
