package org.hospitalviewer.dicom;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Runs a program of another DICOM toolkit and takes what it prints. */
public final class Peer {
    private Peer() {
    }

    /** Skips the test when the program is not installed. */
    public static void requireProgram(String program, String debianPackage) {
        boolean there = program.startsWith("/") ? Files.isExecutable(Path.of(program))
                : List.of(System.getenv("PATH").split(":")).stream().anyMatch(dir -> Files.isExecutable(Path.of(dir, program)));
        Samples.require(there, program + " (Debian package " + debianPackage + ")");
    }

    /** Standard output of a program that gets some lines on its standard input; messages on standard error are dropped. */
    public static String run(List<String> input, String... command) throws IOException, InterruptedException {
        Path output = Files.createTempFile("peer", ".out");
        try {
            Process process = new ProcessBuilder(command).redirectOutput(output.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD).start();
            try (OutputStream stdin = process.getOutputStream()) {
                stdin.write(String.join("\n", input).getBytes(StandardCharsets.UTF_8));
            }
            process.waitFor();
            return new String(Files.readAllBytes(output), StandardCharsets.UTF_8);
        } finally {
            Files.delete(output);
        }
    }
}
