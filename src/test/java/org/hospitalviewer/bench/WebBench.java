package org.hospitalviewer.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.hospitalviewer.FreshHome;
import org.hospitalviewer.archive.Slice;
import org.hospitalviewer.dicom.data.Tag;
import org.hospitalviewer.dicom.data.VR;
import org.hospitalviewer.dicom.io.ByteRange;
import org.hospitalviewer.dicom.io.Part10File;
import org.hospitalviewer.peers.ApplianceProcess;
import org.hospitalviewer.peers.CtSeries;
import org.hospitalviewer.peers.Dcmtk;
import org.hospitalviewer.peers.Nginx;
import org.hospitalviewer.peers.Orthanc;
import org.springframework.util.FileSystemUtils;

/**
 * DICOMweb of the appliance beside that of Orthanc, both with the same objects on the same disk; for frames also nginx
 * with the same bytes as static files.
 */
final class WebBench {

    private static final String JSON = "application/dicom+json";
    private static final String FRAME = "multipart/related; type=\"application/octet-stream\"; transfer-syntax=*";
    private static final String JPEG = "image/jpeg";
    private static final Map<String, String> NO_DELAY = Map.of("TCP_NODELAY", "1");
    private static final Path FOLDER = Path.of("target", "bench").toAbsolutePath();
    private static final List<String> MODALITIES = List.of("CT", "MR", "CR", "US", "DX");
    /** More than this Orthanc would take hours to fill; the appliance's index gets rows without files. */
    private static final int MOST_STORED = 5_000;
    private static final int CALLS = 100;
    private static final int CONNECTIONS = 6;
    private static final int SMALL = 16;
    private static final int CT = 512;
    private static final int RUNS = 3;

    /** Something measured at both servers. */
    private interface Measurement {
        List<String> compare(Server appliance, Server orthanc) throws Exception;
    }

    /** Searches among small studies. */
    List<String> searches(int studies) throws Exception {
        FileSystemUtils.deleteRecursively(FOLDER);
        writeStudies(Files.createDirectories(FOLDER.resolve("files")), Math.min(studies, MOST_STORED));
        Map<String, String> searches = new LinkedHashMap<>();
        searches.put("first 50", "/studies?limit=50");
        searches.put("as OHIF asks", "/studies?limit=101&offset=0&fuzzymatching=false"
                + "&includefield=00081030,00080060,00080061,00201206,00201208");
        searches.put("PatientName=AB*", "/studies?PatientName=AB*");
        searches.put("modality MR", "/studies?ModalitiesInStudy=MR");
        searches.put("30 days", "/studies?StudyDate=20220101-20220130");
        searches.put("all", "/studies");
        if (studies > MOST_STORED) {
            return amongMany(studies, searches);
        }
        return both(studies + " studies", (appliance, orthanc) -> {
            orthanc.times(searches.get("first 50"), JSON, CALLS); // the measuring client gets warm
            List<String> lines = new ArrayList<>();
            for (Map.Entry<String, String> search : searches.entrySet()) {
                Server.Times ours = appliance.times(search.getValue(), JSON, CALLS);
                Server.Times theirs = orthanc.times(search.getValue(), JSON, CALLS);
                lines.add("%-16s appliance %8.1f ms (p95 %8.1f)   Orthanc %8.1f ms (p95 %8.1f)   1/%.1f".formatted(
                        search.getKey(), ours.median(), ours.p95(), theirs.median(), theirs.p95(),
                        theirs.median() / ours.median()));
            }
            return lines;
        });
    }

    private static List<String> amongMany(int studies, Map<String, String> searches) throws Exception {
        int times = Math.ceilDiv(studies, MOST_STORED) - 1;
        List<String> lines = new ArrayList<>(List.of((times + 1) * MOST_STORED + " studies, " + MOST_STORED
                + " stored and the others rows of the index only"));
        searches.remove("all");
        searches.put("page 1,000", "/studies?limit=50&offset=50000");
        Path home = FreshHome.make();
        try (ApplianceProcess appliance = PortableAppliance.start(home)) {
            send(appliance.dicomPort(), "DICOMVIEWER");
            Server server = server(appliance);
            server.times("/studies?limit=1", JSON, 1);
            SyntheticStudies.multiply(home, times);
            for (Map.Entry<String, String> search : searches.entrySet()) {
                Server.Times ours = server.times(search.getValue(), JSON, CALLS);
                lines.add("%-16s appliance %8.1f ms (p95 %8.1f)".formatted(search.getKey(), ours.median(), ours.p95()));
            }
        }
        FileSystemUtils.deleteRecursively(FOLDER);
        return lines;
    }

    private static void writeStudies(Path folder, int studies) throws IOException {
        for (int i = 0; i < studies; i++) {
            String name = "" + (char) ('A' + i % 26) + (char) ('A' + i / 26 % 26);
            Slice.of(Slice.newUid(), Slice.newUid(), 1, SMALL)
                    .with(Tag.PatientName, VR.PN, name + "Person^" + i).with(Tag.PatientID, VR.LO, "P" + i)
                    .with(Tag.Modality, VR.CS, MODALITIES.get(i % MODALITIES.size()))
                    .with(Tag.StudyDate, VR.DA, "2022%02d%02d".formatted(1 + i / 28 % 12, 1 + i % 28))
                    .with(Tag.StudyDescription, VR.LO, "Study number " + i).writeInto(folder);
        }
    }

    /** Metadata of one series. */
    List<String> metadata(int slices) throws Exception {
        CtSeries series = ct(slices);
        String path = path(series) + "/metadata";
        return both(slices + " slices", (appliance, orthanc) -> {
            Server.Times ours = appliance.times(path, JSON, CALLS / 5);
            Server.Times theirs = orthanc.times(path, JSON, CALLS / 5);
            return List.of("series metadata  appliance %8.1f ms (p95 %8.1f)   Orthanc %8.1f ms (p95 %8.1f)   1/%.1f"
                    .formatted(ours.median(), ours.p95(), theirs.median(), theirs.p95(), theirs.median() / ours.median()));
        });
    }

    /** All frames of one series by six connections; after some seconds that do not count, the median of three runs. */
    List<String> frames(int slices) throws Exception {
        CtSeries series = ct(slices);
        List<String> paths = new ArrayList<>();
        List<String> plain = new ArrayList<>();
        Path files = Files.createDirectories(FOLDER.resolve("frames"));
        List<Path> written = new ArrayList<>();
        try (var listing = Files.list(FOLDER.resolve("files"))) {
            listing.forEach(written::add);
        }
        for (Path file : written) {
            Part10File part10 = Part10File.open(file);
            String uid = part10.header().getString(Tag.SOPInstanceUID);
            ByteRange frame = part10.frame(1).getFirst();
            byte[] bytes = Files.readAllBytes(file);
            Files.write(files.resolve(uid), Arrays.copyOfRange(bytes, (int) frame.offset(),
                    (int) (frame.offset() + frame.length())));
            paths.add(path(series) + "/instances/" + uid + "/frames/1");
            plain.add("/" + uid);
        }
        return both(slices + " frames of 525 KB, 6 connections", (appliance, orthanc) -> {
            try (Nginx nginx = Nginx.start(files, FOLDER.resolve("nginx"))) {
                Server statics = new Server("nginx", "http://127.0.0.1:" + nginx.port(), "");
                statics.warmUp(plain, FRAME, CONNECTIONS); // the measuring client gets warm
                Server.Load ours = median(appliance, paths, FRAME);
                Server.Load theirs = median(orthanc, paths, FRAME);
                Server.Load limit = median(statics, plain, FRAME);
                return List.of(line("appliance", ours, ""),
                        line("Orthanc", theirs, "appliance is %.1fx".formatted(
                                ours.megabytesPerSecond() / theirs.megabytesPerSecond())),
                        line("nginx", limit, "appliance is %.2fx".formatted(
                                ours.megabytesPerSecond() / limit.megabytesPerSecond())));
            }
        });
    }

    /**
     * Thumbnails of one series by six connections: made by a program that was just started, made by one that has made
     * others, and then kept; of the last the median of three runs.
     */
    List<String> thumbnails(int slices) throws Exception {
        CtSeries series = ct(slices);
        return both(slices + " thumbnails, 6 connections", (appliance, orthanc) -> List.of(
                line("first, just started", once(appliance, series, slices, 256), once(orthanc, series, slices, 256)),
                line("first, warm", onceWarm(appliance, series, slices), onceWarm(orthanc, series, slices)),
                line("again", median(appliance, thumbnails(series, slices, 256), JPEG),
                        median(orthanc, thumbnails(series, slices, 256), JPEG))));
    }

    private static Server.Load once(Server server, CtSeries series, int slices, int side) throws Exception {
        return server.load(thumbnails(series, slices, side), JPEG, CONNECTIONS);
    }

    /** Of other sizes, which nobody keeps for this one. */
    private static Server.Load onceWarm(Server server, CtSeries series, int slices) throws Exception {
        int side = 255;
        for (long end = System.nanoTime() + Server.WARM_NANOS; System.nanoTime() < end; side--) {
            once(server, series, slices, side);
        }
        return once(server, series, slices, side);
    }

    private static List<String> thumbnails(CtSeries series, int slices, int side) {
        return IntStream.range(0, slices).mapToObj(slice -> path(series) + "/instances/" + series.sopInstanceUid(slice)
                + "/rendered?viewport=" + side + "," + side).toList();
    }

    private static String line(String what, Server.Load ours, Server.Load theirs) {
        return "%-20s appliance %6.0f/s (p95 %6.1f ms)   Orthanc %6.0f/s (p95 %6.1f ms)   %.1fx".formatted(what,
                ours.perSecond(), ours.times().p95(), theirs.perSecond(), theirs.times().p95(),
                ours.perSecond() / theirs.perSecond());
    }

    private static Server.Load median(Server server, List<String> paths, String accept) throws Exception {
        List<Server.Load> runs = new ArrayList<>();
        server.warmUp(paths, accept, CONNECTIONS);
        for (int run = 0; run < RUNS; run++) {
            runs.add(server.load(paths, accept, CONNECTIONS));
        }
        runs.sort(Comparator.comparingDouble(Server.Load::seconds));
        return runs.get(RUNS / 2);
    }

    private static String line(String name, Server.Load load, String ratio) {
        return "%-10s %7.0f MB/s   p95 %6.1f ms   %s".formatted(name, load.megabytesPerSecond(), load.times().p95(), ratio);
    }

    private static CtSeries ct(int slices) throws IOException {
        FileSystemUtils.deleteRecursively(FOLDER);
        CtSeries series = new CtSeries("1.2.826.0.1.3680043.10.1999.78", CT, slices);
        series.writeTo(FOLDER.resolve("files"));
        return series;
    }

    private static String path(CtSeries series) {
        return "/studies/" + series.studyInstanceUid() + "/series/" + series.seriesInstanceUid();
    }

    private static List<String> both(String title, Measurement measurement) throws Exception {
        List<String> lines = new ArrayList<>(List.of(title));
        try (ApplianceProcess appliance = PortableAppliance.start(FreshHome.make());
                Orthanc orthanc = Orthanc.startAsInstalled(NO_DELAY)) {
            send(appliance.dicomPort(), "DICOMVIEWER");
            send(orthanc.dicomPort(), Orthanc.AET);
            lines.addAll(measurement.compare(
                    server(appliance),
                    new Server("Orthanc", orthanc.dicomWeb().toString().replaceAll("/$", ""), "")));
        }
        FileSystemUtils.deleteRecursively(FOLDER);
        return lines;
    }

    private static Server server(ApplianceProcess appliance) {
        return new Server("appliance", appliance.url("/dicom-web").replace("localhost", "127.0.0.1"),
                Server.basic(FreshHome.ADMIN, FreshHome.PASSWORD));
    }

    private static void send(int port, String aeTitle) throws IOException {
        Dcmtk.Output sent = Dcmtk.run(NO_DELAY, "storescu", List.of("-aec", aeTitle, "+sd", "127.0.0.1",
                Integer.toString(port), FOLDER.resolve("files").toString()));
        if (sent.exit() != 0) {
            throw new IOException("storescu failed: " + sent.text());
        }
    }
}
