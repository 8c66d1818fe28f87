package org.hospitalviewer.bench;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.util.List;
import org.hospitalviewer.crash.CrashRun;
import org.hospitalviewer.peers.ApplianceProcess;
import org.hospitalviewer.peers.FtpServer;

/** Measures the packaged appliance beside its peers on this computer; see {@code ./bench}. */
public final class Bench {

    private static final PrintStream OUT = new PrintStream(new FileOutputStream(FileDescriptor.out), true);

    private Bench() {
    }

    public static void main(String[] arguments) throws Exception {
        String what = arguments.length == 0 ? "" : arguments[0];
        int count = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 0;
        List<String> table = switch (what) {
            case "ingest" -> new IngestBench(count > 0 ? count : 1_000).run();
            case "import" -> new ImportBench(count > 0 ? count : 10_000).run();
            case "qido" -> new WebBench().searches(count > 0 ? count : 5_000);
            case "metadata" -> new WebBench().metadata(count > 0 ? count : 600);
            case "frames" -> new WebBench().frames(count > 0 ? count : 600);
            case "thumbnails" -> new WebBench().thumbnails(count > 0 ? count : 600);
            case "memory" -> new MemoryBench(count > 0 ? count : 600).run();
            case "sync" -> sync(count > 0 ? count : 10_000);
            case "viewer" -> new ViewerBench(count > 0 ? count : 600).run();
            case "archive" -> archive();
            case "crash" -> crash(count > 0 ? count : 200, arguments.length > 2 ? Long.parseLong(arguments[2])
                    : System.nanoTime());
            default -> throw new IllegalArgumentException("Say what to measure: ingest [files], import [files], qido [studies], "
                    + "metadata [slices], frames [slices], thumbnails [slices], memory [slices], archive (all of these), "
                    + "sync [files], viewer [slices] or crash [cycles [seed]]");
        };
        table.forEach(OUT::println);
    }

    /** Everything of the archive, each table as soon as it is there. */
    private static List<String> archive() throws Exception {
        for (String[] part : new String[][] {{"ingest", "1000"}, {"qido", "1000"}, {"qido", "5000"}, {"qido", "100000"},
            {"metadata", "600"}, {"frames", "600"}, {"thumbnails", "600"}, {"memory", "600"}}) {
            main(part);
        }
        return List.of();
    }

    /** Each server as soon as it is measured. */
    private static List<String> sync(int files) throws Exception {
        for (FtpServer.Program program : List.of(FtpServer.Program.PURE_FTPD, FtpServer.Program.PROFTPD)) {
            new SyncBench(files, program).run().forEach(OUT::println);
        }
        return List.of();
    }

    private static List<String> crash(int cycles, long seed) throws Exception {
        CrashRun.run(cycles, seed, ApplianceProcess::launch, OUT::println);
        return List.of();
    }
}
