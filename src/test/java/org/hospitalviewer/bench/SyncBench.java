package org.hospitalviewer.bench;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.hospitalviewer.FreshHome;
import org.hospitalviewer.peers.ApplianceProcess;
import org.hospitalviewer.peers.CtSeries;
import org.hospitalviewer.peers.Dcmtk;
import org.hospitalviewer.peers.FtpServer;
import org.hospitalviewer.peers.WebCaller;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The first sync of small files to an FTP server with TLS and the next one, with nothing to do: times, commands, and the
 * memory of the program while it goes on. Beside it curl, which is slow at this, puts the first of the files there over one
 * connection, neither encrypted nor under a temporary name nor asked for afterwards.
 *
 * @param files of 5 KB, 100 in each study
 */
record SyncBench(int files, FtpServer.Program program) {

    private static final int SIZE = 44;
    private static final int PER_STUDY = 100;
    /** As a target has them unless they are changed. */
    private static final int CONNECTIONS = 2;
    private static final int EMPTY_RUNS = 5;
    private static final int BY_CURL = PER_STUDY;
    private static final int TENTHS = 10;
    private static final long POLL_MILLIS = 50;
    private static final double NANOS = 1e9;
    private static final Path FOLDER = Path.of("target", "bench-sync").toAbsolutePath();
    private static final JsonMapper JSON = JsonMapper.shared();

    List<String> run() throws Exception {
        FileSystemUtils.deleteRecursively(FOLDER);
        for (int study = 1; study <= files / PER_STUDY; study++) {
            new CtSeries("1.2.826.0.1.3680043.10.1999.80." + study, SIZE, PER_STUDY).writeTo(FOLDER.resolve("s" + study));
        }
        List<String> lines = new ArrayList<>(List.of("%s with TLS: %d files of 5 KB in studies of %d, encrypted"
                .formatted(program, total(), PER_STUDY)));
        try (ApplianceProcess appliance = PortableAppliance.start(FreshHome.make())) {
            send(appliance);
            try (FtpServer server = FtpServer.start(program)) {
                lines.addAll(sync(appliance, server));
            }
        }
        try (FtpServer server = FtpServer.start(program)) {
            lines.add("  curl, 1 connection, %d of them: %.0f files/s".formatted(BY_CURL, BY_CURL / copy(server)));
        }
        FileSystemUtils.deleteRecursively(FOLDER);
        return lines;
    }

    private int total() {
        return files / PER_STUDY * PER_STUDY;
    }

    private static void send(ApplianceProcess appliance) throws IOException {
        Dcmtk.Output sent = Dcmtk.run(Map.of("TCP_NODELAY", "1"), "storescu", List.of("-aec", "DICOMVIEWER", "+sd", "+r",
                "127.0.0.1", Integer.toString(appliance.dicomPort()), FOLDER.toString()));
        if (sent.exit() != 0) {
            throw new IOException("storescu failed: " + sent.text());
        }
    }

    private List<String> sync(ApplianceProcess appliance, FtpServer server) throws Exception {
        WebCaller admin = WebCaller.stranger(appliance.httpPort()).as(FreshHome.ADMIN, FreshHome.PASSWORD);
        Map<String, Object> target = new TreeMap<>(Map.of("name", "host", "kind", "FTPS", "host", FtpServer.IPV4, "port",
                server.port(), "username", FtpServer.USER, "password", FtpServer.PASSWORD, "folder", "images",
                "connections", CONNECTIONS));
        target.put("fingerprint", post(admin, "test", JSON.writeValueAsString(target)).get("fingerprint").asString());
        post(admin, "test", JSON.writeValueAsString(target));
        post(admin, "configure", JSON.writeValueAsString(Map.of("minutes", 1440, "targets", List.of(target))));
        Map<Integer, Long> memory = new TreeMap<>();
        double first = timed(admin, appliance, memory);
        JsonNode run = JSON.readTree(admin.get("/api/sync/history").body()).get(0);
        if (run.get("files").asInt() != total() || !run.get("status").asString().equals("DONE")) {
            throw new IOException("Not all files are there: " + run);
        }
        List<Double> empty = new ArrayList<>();
        for (int i = 0; i < EMPTY_RUNS; i++) {
            empty.add(timed(admin, appliance, new TreeMap<>()));
        }
        JsonNode state = status(admin).at("/targets/0/state");
        return List.of("  %d connections: first %.1f s, %.0f files/s, %d commands; next, empty: %.2f s, %d commands"
                        .formatted(CONNECTIONS, first, total() / first, run.get("commands").asLong(),
                                empty.stream().sorted().toList().get(EMPTY_RUNS / 2), state.get("lastCommands").asLong()),
                "  resident memory after each tenth of the first, MB: " + memory.values());
    }

    private double timed(WebCaller admin, ApplianceProcess appliance, Map<Integer, Long> memory) throws Exception {
        long begin = System.nanoTime();
        post(admin, "sync-now", "");
        JsonNode status = status(admin);
        while (status.get("running").asBoolean()) {
            memory.putIfAbsent((int) (status.at("/run/done").asLong() * TENTHS / total()), residentMegabytes(appliance.pid()));
            Thread.sleep(POLL_MILLIS);
            status = status(admin);
        }
        return (System.nanoTime() - begin) / NANOS;
    }

    private static JsonNode status(WebCaller admin) throws IOException {
        return JSON.readTree(admin.get("/api/sync/status").body());
    }

    private static JsonNode post(WebCaller admin, String what, String body) throws IOException {
        HttpResponse<byte[]> answer = admin.post("/api/sync/" + what, body);
        if (answer.statusCode() >= 300) {
            throw new IOException(what + " is refused: " + WebCaller.text(answer));
        }
        return JSON.readTree(answer.body());
    }

    private static long residentMegabytes(long pid) throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
                .filter(line -> line.startsWith("VmRSS")).mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst().orElse(0);
    }

    private double copy(FtpServer server) throws Exception {
        List<String> configuration = new ArrayList<>(List.of("user = " + FtpServer.USER + ":" + FtpServer.PASSWORD,
                "ssl-reqd", "insecure", "ftp-create-dirs", "silent", "show-error"));
        try (Stream<Path> found = Files.walk(FOLDER)) {
            found.filter(Files::isRegularFile).sorted().limit(BY_CURL).forEach(file -> {
                configuration.add("upload-file = " + file);
                configuration.add("url = ftp://" + FtpServer.IPV4 + ":" + server.port() + "/" + FOLDER.relativize(file));
            });
        }
        Path list = Files.write(FOLDER.resolve("curl.conf"), configuration);
        long begin = System.nanoTime();
        int exit = new ProcessBuilder("curl", "--tls-max", "1.2", "-K", list.toString()).inheritIO().start().waitFor();
        Files.delete(list);
        if (exit != 0) {
            throw new IOException("curl failed: " + exit);
        }
        return (System.nanoTime() - begin) / NANOS;
    }
}
