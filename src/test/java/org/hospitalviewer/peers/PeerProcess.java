package org.hospitalviewer.peers;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A running program of somebody else, with its output in a file. */
final class PeerProcess implements AutoCloseable {
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(10);

    private final Process process;
    private final Path output;

    private PeerProcess(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    static PeerProcess start(List<String> command, Map<String, String> environment) throws IOException {
        Path output = Files.createTempFile("peer-", ".log");
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        return new PeerProcess(builder.start(), output);
    }

    /** Exit code after the program has ended by itself. */
    int await(Duration patience) throws InterruptedException {
        if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            close();
            throw new AssertionError("Still running after " + patience + ": " + output());
        }
        return process.exitValue();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** All that the program has printed so far. */
    String output() {
        try {
            return new String(Files.readAllBytes(output), StandardCharsets.ISO_8859_1);
        } catch (IOException failure) {
            return "output is lost: " + failure;
        }
    }

    /** Ends it without giving it a moment, and returns once it has gone. */
    void kill() {
        process.destroyForcibly();
        close();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor();
            }
            Files.deleteIfExists(output);
        } catch (InterruptedException _) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        } catch (IOException _) {
            // a temporary file stays behind
        }
    }
}
