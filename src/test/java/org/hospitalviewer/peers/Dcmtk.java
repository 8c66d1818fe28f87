package org.hospitalviewer.peers;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Programs of the DCMTK toolkit. */
public final class Dcmtk {
    private static final Duration RUN_PATIENCE = Duration.ofMinutes(3);
    private static final Duration START_PATIENCE = Duration.ofSeconds(20);

    private Dcmtk() {
    }

    /**
     * What a program said.
     *
     * @param exit 0 for success
     * @param text standard output and error
     */
    public record Output(int exit, String text) {
    }

    /** Runs a program to its end, e.g. {@code run("echoscu", "-aec", "X", "127.0.0.1", "4242")}. */
    public static Output run(String program, String... arguments) {
        return run(Map.of(), program, List.of(arguments));
    }

    /** As above with additions to the environment, e.g. TCP_NODELAY=1. */
    public static Output run(Map<String, String> environment, String program, List<String> arguments) {
        try (PeerProcess process = PeerProcess.start(command(program, arguments), environment)) {
            int exit = process.await(RUN_PATIENCE);
            return new Output(exit, process.output());
        } catch (IOException failure) {
            throw new AssertionError(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    /** Sends files, or folders with all they contain, to 127.0.0.1; options go before, e.g. {@code -xs}. */
    public static Output storescu(int port, String calledAet, List<String> options, Path... files) {
        List<String> arguments = new ArrayList<>(options);
        arguments.addAll(List.of("-v", "-aec", calledAet, "+sd", "+r", "127.0.0.1", String.valueOf(port)));
        Stream.of(files).map(Path::toString).forEach(arguments::add);
        return run(Map.of(), "storescu", arguments);
    }

    private static List<String> command(String program, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Needed.program(program, "dcmtk").toString());
        command.addAll(arguments);
        return command;
    }

    /** A storescp that writes what it receives into a folder, bit by bit as received. */
    public static final class StoreScp implements AutoCloseable {
        private final PeerProcess process;
        private final int port;

        private StoreScp(PeerProcess process, int port) {
            this.process = process;
            this.port = port;
        }

        /** Starts on a free port; options e.g. {@code +xa} (accept all transfer syntaxes). */
        public static StoreScp start(Path folder, String... options) throws IOException {
            return start(Map.of(), folder, options);
        }

        /** As above with additions to the environment, e.g. TCP_NODELAY=1. */
        public static StoreScp start(Map<String, String> environment, Path folder, String... options)
                throws IOException {
            int port = FreePort.find();
            List<String> arguments = new ArrayList<>(List.of(options));
            arguments.addAll(List.of("-v", "+B", "-od", folder.toString(), String.valueOf(port)));
            StoreScp scp = new StoreScp(PeerProcess.start(command("storescp", arguments), environment), port);
            Await.until("storescp answers C-ECHO", START_PATIENCE,
                    () -> run("echoscu", "127.0.0.1", String.valueOf(port)).exit() == 0);
            return scp;
        }

        public int port() {
            return port;
        }

        /** What it has printed so far. */
        public String output() {
            return process.output();
        }

        @Override
        public void close() {
            process.close();
        }
    }
}
