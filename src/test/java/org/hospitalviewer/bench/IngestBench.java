package org.hospitalviewer.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.hospitalviewer.FreshHome;
import org.hospitalviewer.peers.ApplianceProcess;
import org.hospitalviewer.peers.CtSeries;
import org.hospitalviewer.peers.Dcmtk;
import org.hospitalviewer.peers.Orthanc;
import org.springframework.util.FileSystemUtils;

/**
 * C-STORE by DCMTK's storescu into the appliance, Orthanc and storescp (these two with the same setting as the client,
 * which their speed depends on); and what the disk does when the same files are copied with fsync. Each server first gets
 * a batch that does not count; of three more the median counts.
 *
 * @param files of each batch: CT slices of 525 KB; ten times as many small ones
 */
record IngestBench(int files) {

    private static final int BATCHES = 3;
    private static final double NANOS = 1e9;
    private static final Map<String, String> UNTOUCHED = Map.of();
    private static final Map<String, String> NO_DELAY = Map.of("TCP_NODELAY", "1");
    private static final Path FOLDER = Path.of("target", "bench").toAbsolutePath();
    private static final int LARGE = 512;
    private static final int SMALL = 44;

    /**
     * One way to send.
     *
     * @param size         rows and columns of each slice
     * @param files        of each batch
     * @param associations at the same time
     */
    private record Shape(String name, int size, int files, int associations, Map<String, String> environment) {
    }

    /** Where a server listens. */
    private record Door(int port, String aeTitle, AutoCloseable server) implements AutoCloseable {
        @Override
        public void close() throws Exception {
            server.close();
        }
    }

    /** Starts a server under measurement. */
    @FunctionalInterface
    private interface Receiver {
        Door open(Map<String, String> environment) throws Exception;
    }

    List<String> run() throws Exception {
        List<String> lines = new ArrayList<>();
        lines.add("C-STORE, files/s: median of 3 batches (ratio to Orthanc, to storescp)");
        // The peers need 50 ms for each of these.
        lines.addAll(measure(new Shape("525 KB, 1 association, untouched", LARGE, Math.ceilDiv(files, 5), 1, UNTOUCHED)));
        lines.addAll(measure(new Shape("525 KB, 1 association, TCP_NODELAY=1", LARGE, files, 1, NO_DELAY)));
        lines.addAll(measure(new Shape("525 KB, 4 associations, TCP_NODELAY=1", LARGE, files, 4, NO_DELAY)));
        lines.addAll(measure(new Shape("5 KB, 1 association, TCP_NODELAY=1", SMALL, files * 10, 1, NO_DELAY)));
        lines.addAll(measure(new Shape("5 KB, 4 associations, TCP_NODELAY=1", SMALL, files * 10, 4, NO_DELAY)));
        return lines;
    }

    private static List<String> measure(Shape shape) throws Exception {
        FileSystemUtils.deleteRecursively(FOLDER);
        List<List<Path>> batches = new ArrayList<>();
        for (int batch = 0; batch <= BATCHES; batch++) {
            batches.add(write(shape, batch));
        }
        double orthanc = rate(shape, batches, environment -> {
            Orthanc server = Orthanc.startAsInstalled(environment);
            return new Door(server.dicomPort(), Orthanc.AET, server);
        });
        double storescp = rate(shape, batches, environment -> {
            Dcmtk.StoreScp server = Dcmtk.StoreScp.start(environment, Files.createDirectories(FOLDER.resolve("storescp")),
                    "--fork");
            return new Door(server.port(), "STORESCP", server);
        });
        double appliance = rate(shape, batches, _ -> {
            ApplianceProcess server = PortableAppliance.start(FreshHome.make());
            return new Door(server.dicomPort(), "DICOMVIEWER", server);
        });
        double copied = copyAndForce(shape, batches);
        FileSystemUtils.deleteRecursively(FOLDER);
        return List.of("%-40s appliance %7.1f (%5.1fx, %4.2fx)   Orthanc %7.1f   storescp %7.1f   copy + fsync %7.1f"
                .formatted(shape.name(), appliance, appliance / orthanc, appliance / storescp, orthanc, storescp, copied));
    }

    /** One folder for each association. */
    private static List<Path> write(Shape shape, int batch) throws IOException {
        List<Path> folders = new ArrayList<>();
        for (int part = 0; part < shape.associations(); part++) {
            Path folder = FOLDER.resolve("slices").resolve(batch + "-" + part);
            new CtSeries("1.2.826.0.1.3680043.10.1999.77." + (batch + 1) + "." + (part + 1), shape.size(),
                    Math.ceilDiv(shape.files(), shape.associations())).writeTo(folder);
            folders.add(folder);
        }
        return folders;
    }

    private static double rate(Shape shape, List<List<Path>> batches, Receiver receiver) throws Exception {
        try (Door door = receiver.open(shape.environment())) {
            List<Double> rates = new ArrayList<>();
            for (List<Path> batch : batches) {
                FetchedMemory.of(batch);
                rates.add(rate(batch, folder -> send(shape.environment(), door, folder)));
            }
            return median(rates.subList(1, rates.size()));
        }
    }

    private static double median(List<Double> rates) {
        return rates.stream().sorted().toList().get(rates.size() / 2);
    }

    /** Does something to all files of a folder. */
    @FunctionalInterface
    private interface Work {
        void on(Path folder) throws IOException;
    }

    private static double rate(List<Path> folders, Work work) throws IOException, InterruptedException,
            ExecutionException {
        int files = 0;
        List<Callable<Void>> all = new ArrayList<>();
        for (Path folder : folders) {
            files += count(folder);
            all.add(() -> {
                work.on(folder);
                return null;
            });
        }
        long begin = System.nanoTime();
        try (ExecutorService threads = Executors.newFixedThreadPool(folders.size())) {
            for (Future<Void> done : threads.invokeAll(all)) {
                done.get();
            }
        }
        return files / ((System.nanoTime() - begin) / NANOS);
    }

    private static int count(Path folder) throws IOException {
        try (var listing = Files.list(folder)) {
            return (int) listing.count();
        }
    }

    private static void send(Map<String, String> environment, Door door, Path folder) throws IOException {
        Dcmtk.Output output = Dcmtk.run(environment, "storescu", List.of("-aec", door.aeTitle(), "+sd", "localhost",
                Integer.toString(door.port()), folder.toString()));
        if (output.exit() != 0) {
            throw new IOException("storescu failed: " + output.text());
        }
    }

    private static double copyAndForce(Shape shape, List<List<Path>> batches) throws Exception {
        AtomicInteger number = new AtomicInteger();
        Path copies = Files.createDirectories(FOLDER.resolve("copies"));
        List<Double> rates = new ArrayList<>();
        for (int batch : IntStream.rangeClosed(1, BATCHES).toArray()) {
            FetchedMemory.of(batches.get(batch));
            rates.add(rate(batches.get(batch), folder -> {
                try (var files = Files.list(folder)) {
                    for (Path file : files.toList()) {
                        copyAndForce(file, copies.resolve(shape.size() + "-" + number.incrementAndGet()));
                    }
                }
            }));
        }
        return median(rates);
    }

    private static void copyAndForce(Path file, Path target) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        try (FileChannel copy = FileChannel.open(target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            copy.write(ByteBuffer.wrap(bytes));
            copy.force(true);
        }
    }
}
