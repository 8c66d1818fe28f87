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

    /** Skips the test when a trial run of the program does not end well. */
    public static void require(String debianPackage, String... trial) throws InterruptedException {
        Samples.require(endsWell(trial), trial[0] + " (Debian package " + debianPackage + ")");
    }

    private static boolean endsWell(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Standard output of a program that gets some lines on its standard input; messages on standard error are dropped.
     */
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
