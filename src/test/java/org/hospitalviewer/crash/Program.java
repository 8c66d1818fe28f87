package org.hospitalviewer.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.hospitalviewer.peers.ApplianceProcess;
import org.hospitalviewer.peers.Await;
import org.hospitalviewer.peers.FreePort;

/** The appliance in one home folder, started, killed and started again. */
final class Program implements AutoCloseable {

    private static final Duration START_PATIENCE = Duration.ofMinutes(3);
    private static final Duration DEATH_PATIENCE = Duration.ofSeconds(60);

    private final Path home;
    private final ProgramLaunch launch;
    private final List<Duration> restarts = new ArrayList<>();
    private ApplianceProcess running;

    Program(Path home, ProgramLaunch launch) {
        this.home = home;
        this.launch = launch;
    }

    Path home() {
        return home;
    }

    ApplianceProcess running() {
        return running;
    }

    /** Times from the start of a process to health UP, of those that came up. */
    List<Duration> restarts() {
        return restarts;
    }

    /** Starts without waiting. */
    ApplianceProcess begin() throws IOException {
        running = launch.start(home, FreePort.find(), FreePort.find());
        return running;
    }

    /** Starts and waits until it is ready. */
    ApplianceProcess start() throws IOException {
        long begin = System.nanoTime();
        ApplianceProcess process = begin();
        Await.until("the appliance is up: " + process.output(), START_PATIENCE, () -> {
            if (!isAlive()) {
                throw new Ended("The appliance ended at its start: " + process.output());
            }
            return process.isUp();
        });
        restarts.add(Duration.ofNanos(System.nanoTime() - begin));
        return process;
    }

    boolean isAlive() {
        return ProcessHandle.of(running.pid()).filter(ProcessHandle::isAlive).isPresent();
    }

    void killProgram() throws InterruptedException {
        running.kill();
    }

    /** Kills the database server of this home if there is one; it may be the one that an earlier run left behind. */
    void killDatabase() throws Exception {
        Optional<ProcessHandle> server = database();
        if (server.isPresent() && server.get().destroyForcibly()) {
            server.get().onExit().get(DEATH_PATIENCE.toSeconds(), TimeUnit.SECONDS);
        }
    }

    /** The server is known by its data folder: its file with the process id may be missing or old. */
    private Optional<ProcessHandle> database() throws IOException {
        String data = "--datadir=" + home.resolve("data/db/mariadb");
        return ProcessHandle.allProcesses().filter(process -> commandLine(process.pid()).contains(data)).findFirst();
    }

    private static List<String> commandLine(long pid) {
        try {
            return List.of(Files.readString(Path.of("/proc", Long.toString(pid), "cmdline")).split("\0"));
        } catch (IOException e) {
            return List.of(); // it is gone, or not ours
        }
    }

    /** Ends whatever still runs. */
    @Override
    public void close() throws Exception {
        if (running != null && isAlive()) {
            running.kill();
        }
        killDatabase();
    }

    /** Waiting on is of no use. */
    static final class Ended extends AssertionError {
        Ended(String message) {
            super(message);
        }
    }
}
