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
import org.hospitalviewer.FreshHome;
import org.hospitalviewer.peers.ApplianceProcess;
import org.hospitalviewer.peers.CtSeries;
import org.hospitalviewer.peers.Dcmtk;
import org.hospitalviewer.peers.Orthanc;
import org.springframework.util.FileSystemUtils;

/**
 * C-STORE of CT slices of 525 KB by one association of DCMTK's storescu, untouched and with TCP_NODELAY=1, into the
 * appliance, Orthanc and storescp (these two with the same setting as the client, which their speed depends on); and what the disk does when the same files are copied with fsync.
 *
 * @param files number of slices
 */
record IngestBench(int files) {

    private static final int SIZE = 512;
    private static final double NANOS = 1e9;
    private static final Map<String, String> UNTOUCHED = Map.of();
    private static final Map<String, String> NO_DELAY = Map.of("TCP_NODELAY", "1");
    private static final Path FOLDER = Path.of("target", "bench").toAbsolutePath();

    /** A server under measurement. */
    @FunctionalInterface
    private interface Receiver {
        double filesPerSecond(Map<String, String> environment, Path folder) throws Exception;
    }

    List<String> run() throws Exception {
        FileSystemUtils.deleteRecursively(FOLDER);
        Path slices = FOLDER.resolve("slices");
        List<Path> written = new CtSeries("1.2.826.0.1.3680043.10.1999.77", SIZE, files).writeTo(slices);
        List<String> lines = new ArrayList<>();
        lines.add("%d CT slices of %d KB, one association, files/s (ratio to Orthanc)".formatted(files,
                Files.size(written.getFirst()) / 1000));
        double orthancUntouched = orthanc(UNTOUCHED, slices);
        double orthancNoDelay = orthanc(NO_DELAY, slices);
        lines.add(line("Orthanc", orthancUntouched, orthancNoDelay, orthancUntouched, orthancNoDelay));
        lines.add(measured("storescp", IngestBench::storescp, slices, orthancUntouched, orthancNoDelay));
        lines.add(measured("appliance", IngestBench::appliance, slices, orthancUntouched, orthancNoDelay));
        lines.add("copy + fsync: %.0f files/s".formatted(copyAndForce(written)));
        FileSystemUtils.deleteRecursively(FOLDER);
        return lines;
    }

    private static String measured(String name, Receiver receiver, Path slices, double orthancUntouched,
                                   double orthancNoDelay) throws Exception {
        double untouched = receiver.filesPerSecond(UNTOUCHED, slices);
        return line(name, untouched, receiver.filesPerSecond(NO_DELAY, slices), orthancUntouched, orthancNoDelay);
    }

    private static String line(String name, double untouched, double noDelay, double byUntouched, double byNoDelay) {
        return "%-10s untouched %7.1f (%5.1fx)   TCP_NODELAY=1 %7.1f (%5.1fx)".formatted(name, untouched,
                untouched / byUntouched, noDelay, noDelay / byNoDelay);
    }

    private static double appliance(Map<String, String> environment, Path slices) throws Exception {
        try (ApplianceProcess appliance = ApplianceProcess.start(FreshHome.make(), "-Xmx512m")) {
            return send(environment, appliance.dicomPort(), "DICOMVIEWER", slices);
        }
    }

    private static double orthanc(Map<String, String> environment, Path slices) throws Exception {
        try (Orthanc orthanc = Orthanc.start(environment)) {
            return send(environment, orthanc.dicomPort(), Orthanc.AET, slices);
        }
    }

    private static double storescp(Map<String, String> environment, Path slices) throws Exception {
        try (Dcmtk.StoreScp storescp = Dcmtk.StoreScp.start(environment, Files.createDirectories(FOLDER.resolve("storescp")))) {
            return send(environment, storescp.port(), "STORESCP", slices);
        }
    }

    private static double send(Map<String, String> environment, int port, String aeTitle, Path slices)
            throws IOException {
        long count;
        try (var listing = Files.list(slices)) {
            count = listing.count();
        }
        long begin = System.nanoTime();
        Dcmtk.Output output = Dcmtk.run(environment, "storescu",
                List.of("-aec", aeTitle, "+sd", "localhost", Integer.toString(port), slices.toString()));
        double seconds = (System.nanoTime() - begin) / NANOS;
        if (output.exit() != 0) {
            throw new IOException("storescu failed: " + output.text());
        }
        return count / seconds;
    }

    private double copyAndForce(List<Path> written) throws IOException {
        Path copies = Files.createDirectories(FOLDER.resolve("copies"));
        long begin = System.nanoTime();
        for (Path file : written) {
            byte[] bytes = Files.readAllBytes(file);
            try (FileChannel copy = FileChannel.open(copies.resolve(file.getFileName()), StandardOpenOption.CREATE_NEW,
                    StandardOpenOption.WRITE)) {
                copy.write(ByteBuffer.wrap(bytes));
                copy.force(true);
            }
        }
        return files / ((System.nanoTime() - begin) / NANOS);
    }
}
