package org.hospitalviewer.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
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
 * Killing a program keeps the page cache and so proves nothing about a power cut: the order of system calls does. Of each
 * object, whoever else sends at the same time: contents are forced before the name is given, the name before the answer,
 * and each new folder's name as well.
 */
class SystemCallOrderIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int ASSOCIATIONS = 4;
    private static final int OBJECTS_EACH = 5;
    private static final String FORCED = "f(data)?sync\\(\\d+<[^>]*";

    @TempDir
    private Path folder;

    @Test
    void contentsThenNameThenFolderThenAnswerForEachObjectOfFourAssociationsAtOnce() throws Exception {
        String strace = Needed.program("strace", "strace").toString();
        List<Slice> slices = new ArrayList<>();
        Path trace = folder.resolve("trace");
        try (ApplianceProcess appliance = ApplianceProcess.start(FreshHome.make())) {
            Process tracer = attach(strace, appliance.pid(), trace);
            try {
                slices.addAll(sendAtOnce(appliance.dicomPort()));
                Await.until("the answers are traced", PATIENCE, () -> {
                    SystemCallTrace soFar = SystemCallTrace.read(trace);
                    return slices.stream().noneMatch(slice -> answers(soFar, slice, appliance.dicomPort()).isEmpty());
                });
            } finally {
                tracer.destroy();
                tracer.waitFor();
            }
            SystemCallTrace calls = SystemCallTrace.read(trace);
            for (Slice slice : slices) {
                assertDurableBeforeTheAnswer(calls, slice, appliance.dicomPort());
            }
        }
    }

    /** Two pairs of associations, each pair adding to one series. */
    private static List<Slice> sendAtOnce(int port) throws Exception {
        List<Slice> slices = new ArrayList<>();
        List<Future<?>> senders = new ArrayList<>();
        String study = Slice.newUid();
        List<String> series = List.of(Slice.newUid(), Slice.newUid());
        try (ExecutorService threads = Executors.newFixedThreadPool(ASSOCIATIONS)) {
            for (int i = 0; i < ASSOCIATIONS; i++) {
                List<Slice> own = new ArrayList<>();
                for (int number = 1; number <= OBJECTS_EACH; number++) {
                    own.add(Slice.of(study, series.get(i % 2), number, 128));
                }
                slices.addAll(own);
                senders.add(threads.submit(() -> send(port, own)));
            }
        }
        for (Future<?> sender : senders) {
            sender.get();
        }
        return slices;
    }

    private static Void send(int port, List<Slice> slices) throws IOException {
        try (Sender sender = Sender.to(port)) {
            for (Slice slice : slices) {
                assertThat(sender.send(slice).status()).isEqualTo(Status.SUCCESS);
            }
        }
        return null;
    }

    private static void assertDurableBeforeTheAnswer(SystemCallTrace trace, Slice slice, int port) {
        String name = Pattern.quote(slice.sopUid() + ".dcm");
        SystemCallTrace.Call rename = only(trace.all("rename(at2?)?\\(.*/" + name + "\""), "rename of " + name);
        String part = Pattern.quote(temporaryName(rename));
        SystemCallTrace.Call answer = answers(trace, slice, port).getFirst();

        List<SystemCallTrace.Call> writes = trace.all("(write|pwrite64|writev)\\(\\d+<[^>]*/" + part + ">");
        assertThat(writes).as("writes of " + part).isNotEmpty();
        assertThat(trace.all(FORCED + "/" + part + ">")).as("contents forced after the last write, before the name")
                .anyMatch(forced -> forced.begin() > writes.getLast().end() && forced.end() < rename.begin());
        assertThat(trace.all(FORCED + "/" + slice.seriesUid() + ">")).as("name forced after it is given, before the answer")
                .anyMatch(forced -> forced.begin() > rename.end() && forced.end() < answer.begin());
        assertFolderDurable(trace, slice.seriesUid(), slice.studyUid(), answer);
        assertFolderDurable(trace, slice.studyUid(), "\\d\\d", answer);
    }

    /** The name of a new folder is forced into the folder above it before anything in it is acknowledged. */
    private static void assertFolderDurable(SystemCallTrace trace, String made, String above,
                                            SystemCallTrace.Call answer) {
        SystemCallTrace.Call making = trace.all(call -> call.is("mkdir\\(\"[^\"]*/" + made + "\"")
                && !call.text().contains("EEXIST")).getFirst();
        assertThat(trace.all(FORCED + "/" + above + ">")).as("name of the folder " + made)
                .anyMatch(forced -> forced.begin() > making.end() && forced.end() < answer.begin());
    }

    private static String temporaryName(SystemCallTrace.Call rename) {
        Matcher name = Pattern.compile("/([^/\"]+\\.part)\"").matcher(rename.text());
        assertThat(name.find()).as(rename.text()).isTrue();
        return name.group(1);
    }

    private static SystemCallTrace.Call only(List<SystemCallTrace.Call> calls, String what) {
        assertThat(calls).as(what).hasSize(1);
        return calls.getFirst();
    }

    /** The answer to C-STORE names the object (Affected SOP Instance UID, PS3.7 9.3.1.2). */
    private static List<SystemCallTrace.Call> answers(SystemCallTrace trace, Slice slice, int port) {
        return trace.all(call -> call.is("(write|writev|sendto|sendmsg)\\(\\d+<TCP[^>]*:" + port + "->")
                && call.text().contains(slice.sopUid()));
    }

    private Process attach(String strace, long pid, Path trace) throws IOException {
        Path log = folder.resolve("strace.log");
        Process tracer = new ProcessBuilder(strace, "-f", "-yy", "-s", "400", "-e",
                "trace=write,pwrite64,writev,sendto,sendmsg,fsync,fdatasync,mkdir,rename,renameat,renameat2",
                "-o", trace.toString(), "-p", Long.toString(pid)).redirectErrorStream(true)
                .redirectOutput(log.toFile()).start();
        Await.until("strace follows the program or says why not", PATIENCE,
                () -> Files.readString(log).contains("attached") || !tracer.isAlive());
        Needed.when(tracer.isAlive(), "strace may not follow other programs here: " + Files.readString(log));
        return tracer;
    }
}
