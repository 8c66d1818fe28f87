package org.hospitalviewer.bench;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.hospitalviewer.FreshHome;
import org.hospitalviewer.peers.ApplianceProcess;
import org.hospitalviewer.peers.CtSeries;
import org.hospitalviewer.peers.Orthanc;
import org.hospitalviewer.peers.WebCaller;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Import of a folder of small files, from the request to its end, beside the upload of the same files into Orthanc over
 * REST, one after the other and over four connections. Each first gets a batch that does not count; of three more the
 * median counts.
 *
 * @param files of each batch
 */
record ImportBench(int files) {

    private static final int BATCHES = 3;
    private static final int FOLDERS = 20;
    private static final int SIZE = 44;
    private static final int CONNECTIONS = 4;
    private static final long POLL_MILLIS = 20;
    private static final double NANOS = 1e9;
    private static final Path FOLDER = Path.of("target", "bench-import").toAbsolutePath();
    private static final JsonMapper JSON = JsonMapper.shared();

    /** Brings a folder of files in. */
    @FunctionalInterface
    private interface Door {
        void bring(Path folder) throws Exception;
    }

    List<String> run() throws Exception {
        FileSystemUtils.deleteRecursively(FOLDER);
        List<Path> batches = new ArrayList<>();
        for (int batch = 0; batch <= BATCHES; batch++) {
            batches.add(write(batch));
        }
        List<Double> single = orthanc(batches, 1);
        List<Double> several = orthanc(batches, CONNECTIONS);
        List<Double> appliance;
        try (ApplianceProcess server = PortableAppliance.start(FreshHome.make())) {
            WebCaller admin = WebCaller.stranger(server.httpPort()).as(FreshHome.ADMIN, FreshHome.PASSWORD);
            appliance = rates(batches, folder -> importFolder(admin, folder));
        }
        FileSystemUtils.deleteRecursively(FOLDER);
        return List.of("%d files of 5 KB, files/s: median (each batch)".formatted(files),
                line("appliance, folder import", appliance), line("Orthanc, REST, 1 connection", single),
                line("Orthanc, REST, %d connections".formatted(CONNECTIONS), several),
                "ratio %.1fx to one connection, %.1fx to %d".formatted(median(appliance) / median(single),
                        median(appliance) / median(several), CONNECTIONS));
    }

    private static String line(String name, List<Double> rates) {
        return "%-32s %7.1f  (%s)".formatted(name, median(rates),
                String.join(", ", rates.stream().map("%.1f"::formatted).toList()));
    }

    private static double median(List<Double> rates) {
        return rates.stream().sorted().toList().get(rates.size() / 2);
    }

    private Path write(int batch) throws IOException {
        Path folder = FOLDER.resolve("batch-" + batch);
        for (int part = 0; part < FOLDERS; part++) {
            new CtSeries("1.2.826.0.1.3680043.10.1999.78." + (batch + 1) + "." + (part + 1), SIZE, files / FOLDERS)
                    .writeTo(folder.resolve("series-" + part));
        }
        return folder;
    }

    private List<Double> rates(List<Path> batches, Door door) throws Exception {
        List<Double> rates = new ArrayList<>();
        for (Path batch : batches) {
            long begin = System.nanoTime();
            door.bring(batch);
            rates.add(files / FOLDERS * FOLDERS / ((System.nanoTime() - begin) / NANOS));
        }
        return rates.subList(1, rates.size());
    }

    private List<Double> orthanc(List<Path> batches, int connections) throws Exception {
        try (Orthanc server = Orthanc.startAsInstalled(Map.of())) {
            return rates(batches, folder -> upload(server, folder, connections));
        }
    }

    private static void upload(Orthanc server, Path folder, int connections)
            throws IOException, InterruptedException, ExecutionException {
        List<Path> all;
        try (Stream<Path> found = Files.walk(folder)) {
            all = found.filter(Files::isRegularFile).sorted().toList();
        }
        AtomicInteger next = new AtomicInteger();
        Callable<Void> work = () -> {
            for (int i = next.getAndIncrement(); i < all.size(); i = next.getAndIncrement()) {
                server.upload(all.get(i));
            }
            return null;
        };
        try (ExecutorService threads = Executors.newFixedThreadPool(connections)) {
            List<Future<Void>> running = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                running.add(threads.submit(work));
            }
            for (Future<Void> done : running) {
                done.get();
            }
        }
    }

    private void importFolder(WebCaller admin, Path folder) throws IOException, InterruptedException {
        HttpResponse<byte[]> started = admin.post("/api/import/start",
                "{\"path\": " + JSON.writeValueAsString(folder.toString()) + "}");
        if (started.statusCode() != 202) {
            throw new IOException("The import does not start: " + WebCaller.text(started));
        }
        JsonNode running = status(admin);
        while (running.get("active").asBoolean()) {
            Thread.sleep(POLL_MILLIS);
            running = status(admin);
        }
        if (running.at("/job/counts/imported").asLong() != files / FOLDERS * FOLDERS) {
            throw new IOException("Not all files were imported: " + running);
        }
    }

    private static JsonNode status(WebCaller admin) throws IOException {
        return JSON.readTree(admin.get("/api/import/status").body()).get("running");
    }
}
