package org.hospitalviewer.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.hospitalviewer.FreshHome;
import org.hospitalviewer.peers.ApplianceProcess;
import org.hospitalviewer.peers.CtSeries;
import org.hospitalviewer.peers.Dcmtk;
import org.springframework.util.FileSystemUtils;

/**
 * Four associations send a CT each while six clients read the frames of another, all with a heap of 512 MB: it must
 * suffice, and the rates of both are told.
 *
 * @param slices of each CT
 */
record MemoryBench(int slices) {

    private static final int SENDERS = 4;
    private static final int READERS = 6;
    private static final int SIZE = 512;
    private static final double NANOS = 1e9;
    private static final Path FOLDER = Path.of("target", "bench").toAbsolutePath();
    private static final String FRAME = "multipart/related; type=\"application/octet-stream\"; transfer-syntax=*";

    List<String> run() throws Exception {
        FileSystemUtils.deleteRecursively(FOLDER);
        List<CtSeries> series = new ArrayList<>();
        for (int i = 0; i <= SENDERS; i++) {
            series.add(new CtSeries("1.2.826.0.1.3680043.10.1999.79." + (i + 1), SIZE, slices));
            series.get(i).writeTo(FOLDER.resolve("ct" + i));
        }
        try (ApplianceProcess appliance = PortableAppliance.startStrict(FreshHome.make())) {
            send(appliance, 0);
            List<String> lines = together(appliance, series.getFirst());
            FileSystemUtils.deleteRecursively(FOLDER);
            return lines;
        }
    }

    private List<String> together(ApplianceProcess appliance, CtSeries read) throws Exception {
        Server server = new Server("appliance", appliance.url("/dicom-web").replace("localhost", "127.0.0.1"),
                Server.basic(FreshHome.ADMIN, FreshHome.PASSWORD));
        List<String> frames = IntStream.range(0, slices).mapToObj(slice -> "/studies/" + read.studyInstanceUid()
                + "/series/" + read.seriesInstanceUid() + "/instances/" + read.sopInstanceUid(slice) + "/frames/1").toList();
        long begin = System.nanoTime();
        long framesRead = 0;
        try (ExecutorService senders = Executors.newFixedThreadPool(SENDERS)) {
            List<Future<?>> sending = new ArrayList<>();
            for (int i = 1; i <= SENDERS; i++) {
                int number = i;
                sending.add(senders.submit(() -> {
                    send(appliance, number);
                    return null;
                }));
            }
            while (!sending.stream().allMatch(Future::isDone)) {
                server.load(frames, FRAME, READERS);
                framesRead += slices;
            }
            for (Future<?> sent : sending) {
                sent.get();
            }
        }
        double seconds = (System.nanoTime() - begin) / NANOS;
        return List.of("heap of 512 MB: %d slices by %d associations, %.0f files/s, while %d clients read %.0f frames/s; "
                .formatted(SENDERS * slices, SENDERS, SENDERS * slices / seconds, READERS, framesRead / seconds)
                + "peak resident memory of the program " + peakMegabytes(appliance.pid()) + " MB");
    }

    private static void send(ApplianceProcess appliance, int number) throws IOException {
        Dcmtk.Output sent = Dcmtk.run(Map.of("TCP_NODELAY", "1"), "storescu", List.of("-aec", "DICOMVIEWER", "+sd",
                "127.0.0.1", Integer.toString(appliance.dicomPort()), FOLDER.resolve("ct" + number).toString()));
        if (sent.exit() != 0) {
            throw new IOException("storescu failed: " + sent.text());
        }
    }

    private static long peakMegabytes(long pid) throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
                .filter(line -> line.startsWith("VmHWM")).mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst().orElse(0);
    }
}
