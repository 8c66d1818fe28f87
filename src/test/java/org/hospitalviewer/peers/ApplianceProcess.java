package org.hospitalviewer.peers;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.hospitalviewer.FreshHome;

/** The packaged appliance as a user starts it, in a process of its own that can be stopped and killed. */
public final class ApplianceProcess implements AutoCloseable {

    private static final Path JAR = Path.of("target", "hospital-dicom-viewer-0.1.0.jar").toAbsolutePath();
    /** Many tests start it for a short time only. */
    static final List<String> QUICK_START = List.of("-Xmx512m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");
    private static final Duration START_PATIENCE = Duration.ofSeconds(240);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(180);
    /** In which a program prints its threads. */
    private static final Duration DUMP_TIME = Duration.ofSeconds(2);

    private final Path home;
    private final int httpPort;
    private final int dicomPort;
    private final Path output;
    private final Process process;

    private ApplianceProcess(Path home, int httpPort, int dicomPort, Path output, Process process) {
        this.home = home;
        this.httpPort = httpPort;
        this.dicomPort = dicomPort;
        this.output = output;
        this.process = process;
    }

    /** Starts in a home folder and waits until health is UP. */
    public static ApplianceProcess start(Path home, String... javaOptions) throws IOException {
        return launch(home, FreePort.find(), FreePort.find(), List.of(javaOptions), List.of(), administrator())
                .awaitUp();
    }

    /**
     * Starts a portable folder by its launcher, with its own home, and waits until health is UP.
     *
     * @param path the only folder in which the launcher finds programs
     */
    public static ApplianceProcess startPortable(Path folder, Path path) throws IOException {
        return startPortable(folder, folder.resolve("home"), List.of(), Map.of("PATH", path.toString()));
    }

    /** The same with another home folder and environment. */
    public static ApplianceProcess startPortable(Path folder, Path home, Map<String, String> environment)
            throws IOException {
        return startPortable(folder, home, List.of("--home", home.toString()), environment);
    }

    private static ApplianceProcess startPortable(Path folder, Path home, List<String> options,
                                                  Map<String, String> environment) throws IOException {
        int httpPort = FreePort.find();
        int dicomPort = FreePort.find();
        Path output = newOutput();
        List<String> command = new ArrayList<>(List.of("/bin/sh", folder.resolve("start.sh").toString(), "--port",
                Integer.toString(httpPort), "--dicom-port", Integer.toString(dicomPort), "--no-browser"));
        command.addAll(options);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        builder.environment().putAll(administrator());
        return new ApplianceProcess(home, httpPort, dicomPort, output, builder.start()).awaitUp();
    }

    /** Kept with the other traces of the tests, for whoever has to find out what happened. */
    private static Path newOutput() throws IOException {
        return Files.createTempFile(Files.createDirectories(Path.of("target", "appliance-output").toAbsolutePath()),
                "appliance-", ".log");
    }

    ApplianceProcess awaitUp() {
        Await.until("the appliance is up: " + output(), START_PATIENCE, () -> {
            if (!process.isAlive()) {
                throw new AssertionError("The appliance ended: " + output());
            }
            return isUp();
        });
        return this;
    }

    /** The first administrator as the environment names it. */
    public static Map<String, String> administrator() {
        return Map.of("VIEWER_ADMIN_USER", FreshHome.ADMIN, "VIEWER_ADMIN_PASSWORD", FreshHome.PASSWORD);
    }

    /** Starts without waiting. */
    public static ApplianceProcess launch(Path home, int httpPort, int dicomPort) throws IOException {
        return launch(home, httpPort, dicomPort, List.of(), List.of(), administrator());
    }

    /** Starts without waiting, for starts that are meant to fail or need their own environment. */
    public static ApplianceProcess launch(Path home, int httpPort, int dicomPort, List<String> javaOptions,
                                          List<String> options, Map<String, String> environment) throws IOException {
        QuickProgram program = QuickProgram.get();
        List<String> all = new ArrayList<>(javaOptions.isEmpty() ? QUICK_START : javaOptions);
        all.addAll(program.javaOptions());
        return launch(program.jar(), home, httpPort, dicomPort, all, options, environment);
    }

    /** The program in one file, as {@code ./run} starts it. The other starts are of the same program, extracted. */
    public static ApplianceProcess launchPacked(Path home, List<String> options) throws IOException {
        return launch(jar(), home, FreePort.find(), FreePort.find(), QUICK_START, options, Map.of());
    }

    /** The packaged program. */
    static Path jar() {
        Needed.when(Files.exists(JAR), "the packaged program " + JAR + " (run ./test or mvn verify)");
        return JAR;
    }

    static ApplianceProcess launch(Path jar, Path home, int httpPort, int dicomPort, List<String> javaOptions,
                                   List<String> options, Map<String, String> environment) throws IOException {
        Path output = newOutput();
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dsun.jnu.encoding=UTF-8", "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow"));
        command.addAll(javaOptions);
        command.addAll(List.of("-jar", jar.toString(), "--home", home.toString(), "--port",
                Integer.toString(httpPort), "--dicom-port", Integer.toString(dicomPort), "--no-browser"));
        command.addAll(options);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().putAll(environment);
        return new ApplianceProcess(home, httpPort, dicomPort, output, builder.start());
    }

    public Path home() {
        return home;
    }

    public int dicomPort() {
        return dicomPort;
    }

    public int httpPort() {
        return httpPort;
    }

    /** Address of a path of the web interface. */
    public String url(String path) {
        return "http://localhost:" + httpPort + path;
    }

    public long pid() {
        return process.pid();
    }

    public boolean isUp() throws IOException {
        return get("/actuator/health").statusCode() == 200;
    }

    /** GET as the administrator with Basic authentication; where no answer comes, what each thread of the program does. */
    public HttpResponse<byte[]> get(String path, String... headers) throws IOException {
        try {
            return WebCaller.stranger(httpPort).as(FreshHome.ADMIN, FreshHome.PASSWORD).get(path, headers);
        } catch (HttpTimeoutException e) {
            new ProcessBuilder("kill", "-QUIT", Long.toString(process.pid())).start().onExit().join();
            LockSupport.parkNanos(DUMP_TIME.toNanos());
            throw new AssertionError("No answer to " + path + ": " + output(), e);
        }
    }

    /** Everything it printed to the terminal. */
    public String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            return "output is lost: " + e;
        }
    }

    /** Waits for the end and gives the exit code. */
    public int awaitExit() throws InterruptedException {
        if (!process.waitFor(STOP_PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("Still running: " + output());
        }
        return process.exitValue();
    }

    /** SIGTERM, and waits until the process is gone. */
    public int stop() throws InterruptedException {
        process.destroy();
        return awaitExit();
    }

    /** SIGKILL: nothing of it gets a chance to tidy up. */
    public void kill() throws InterruptedException {
        process.destroyForcibly();
        awaitExit();
    }

    @Override
    public void close() throws InterruptedException {
        if (process.isAlive()) {
            stop();
        }
    }
}
