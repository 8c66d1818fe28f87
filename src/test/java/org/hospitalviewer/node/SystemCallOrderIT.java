package org.hospitalviewer.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.hospitalviewer.FreshHome;
import org.hospitalviewer.archive.Slice;
import org.hospitalviewer.dicom.net.Status;
import org.hospitalviewer.peers.ApplianceProcess;
import org.hospitalviewer.peers.Await;
import org.hospitalviewer.peers.Needed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Killing a program keeps the page cache and so proves nothing about a power cut: the order of system calls does. Contents
 * are forced before the name is given, the name before the answer, and each new folder's name as well.
 */
class SystemCallOrderIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    @Test
    void contentsThenNameThenFolderThenAnswer() throws Exception {
        String strace = Needed.program("strace", "strace").toString();
        Slice slice = Slice.of(Slice.newUid(), Slice.newUid(), 1, 256);
        Path trace = folder.resolve("trace");
        try (ApplianceProcess appliance = ApplianceProcess.start(FreshHome.make())) {
            Process tracer = attach(strace, appliance.pid(), trace);
            try (Sender sender = Sender.to(appliance.dicomPort())) {
                assertThat(sender.send(slice).status()).isEqualTo(Status.SUCCESS);
                Await.until("the answer is traced", PATIENCE,
                        () -> calls(trace, slice, appliance.dicomPort()).contains("answer"));
            } finally {
                tracer.destroy();
                tracer.waitFor();
            }
            List<String> calls = calls(trace, slice, appliance.dicomPort());
            assertThat(calls).containsSubsequence("write file", "fsync file", "rename", "fsync series folder",
                    "answer");
            assertThat(calls.lastIndexOf("write file")).isLessThan(calls.indexOf("fsync file"));
            assertThat(calls.indexOf("answer")).isGreaterThan(calls.lastIndexOf("fsync series folder"));
            // New names of folders: the series in the study, the study in the day.
            assertThat(calls).containsSubsequence("make series folder", "fsync study folder", "rename");
            assertThat(calls).containsSubsequence("make study folder", "fsync other folder", "rename");
        }
    }

    private Process attach(String strace, long pid, Path trace) throws IOException {
        Path log = folder.resolve("strace.log");
        Process tracer = new ProcessBuilder(strace, "-f", "-yy", "-s", "256", "-e",
                "trace=write,pwrite64,writev,sendto,sendmsg,fsync,fdatasync,mkdir,rename,renameat,renameat2",
                "-o", trace.toString(), "-p", Long.toString(pid)).redirectErrorStream(true)
                .redirectOutput(log.toFile()).start();
        Await.until("strace follows the program or says why not", PATIENCE,
                () -> Files.readString(log).contains("attached") || !tracer.isAlive());
        Needed.when(tracer.isAlive(), "strace may not follow other programs here: " + Files.readString(log));
        return tracer;
    }

    /** What the thread that stored the slice did, from its first write to the file on, in its order. */
    private static List<String> calls(Path trace, Slice slice, int dicomPort) throws IOException {
        List<String> lines = Files.readAllLines(trace);
        String thread = lines.stream().filter(line -> line.contains(slice.sopUid() + ".dcm") && line.contains("rename"))
                .map(line -> line.replaceFirst(" .*", "")).findFirst().orElse("none");
        List<String> calls = new ArrayList<>();
        for (String line : lines) {
            if (line.startsWith(thread + " ")) {
                String call = call(line, slice, dicomPort);
                if (!call.isEmpty() && (!calls.isEmpty() || call.equals("write file"))) {
                    calls.add(call);
                }
            }
        }
        return calls;
    }

    private static String call(String line, Slice slice, int dicomPort) {
        if (is(line, "(write|pwrite64|writev)\\(\\d+<[^>]*\\.part>")) {
            return "write file";
        }
        if (is(line, "(fsync|fdatasync)\\(\\d+<[^>]*\\.part>")) {
            return "fsync file";
        }
        if (is(line, "(fsync|fdatasync)\\(\\d+<[^>]*/" + slice.seriesUid() + ">")) {
            return "fsync series folder";
        }
        if (is(line, "(fsync|fdatasync)\\(\\d+<[^>]*/" + slice.studyUid() + ">")) {
            return "fsync study folder";
        }
        if (is(line, "(fsync|fdatasync)\\(\\d+<")) {
            return "fsync other folder";
        }
        if (is(line, "mkdir\\(\"[^\"]*/" + slice.seriesUid() + "\"")) {
            return "make series folder";
        }
        if (is(line, "mkdir\\(\"[^\"]*/" + slice.studyUid() + "\"")) {
            return "make study folder";
        }
        if (is(line, "rename(at2?)?\\(.*" + slice.sopUid() + "\\.dcm\"")) {
            return "rename";
        }
        return is(line, "(write|writev|sendto|sendmsg)\\(\\d+<TCP[^>]*:" + dicomPort + "->") ? "answer" : "";
    }

    private static boolean is(String line, String pattern) {
        return Pattern.compile(" " + pattern).matcher(line).find();
    }
}
