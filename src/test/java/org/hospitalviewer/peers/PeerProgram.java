package org.hospitalviewer.peers;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A program that reads lines and prints an answer.
 *
 * @param command how it is started
 */
public record PeerProgram(List<String> command) {

    public PeerProgram {
        command = List.copyOf(command);
    }

    /** A program by its name; the test is skipped where it is not installed. */
    public static PeerProgram of(String name, String debianPackage) {
        return new PeerProgram(List.of(Needed.program(name, debianPackage).toString()));
    }

    /** Standard output after it got some lines on its standard input; messages on standard error are dropped. */
    public String run(List<String> input, String... arguments) throws IOException, InterruptedException {
        Path output = Files.createTempFile("peer-", ".out");
        try {
            List<String> line = new ArrayList<>(command);
            line.addAll(List.of(arguments));
            Process process = new ProcessBuilder(line).redirectOutput(output.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD).start();
            try (OutputStream stdin = process.getOutputStream()) {
                stdin.write(String.join("\n", input).getBytes(StandardCharsets.UTF_8));
            } catch (IOException _) {
                // it ended without reading everything; what it printed tells
            }
            process.waitFor();
            return new String(Files.readAllBytes(output), StandardCharsets.UTF_8);
        } finally {
            Files.delete(output);
        }
    }
}
