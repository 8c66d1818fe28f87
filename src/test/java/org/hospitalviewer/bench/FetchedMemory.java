package org.hospitalviewer.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Memory that a virtual machine has taken back from its host. Free memory goes to the host after seconds, and each page of
 * it costs much when it is wanted again: whoever receives files after a pause would pay for the pause. So before each batch
 * as much memory is used, for every server alike.
 */
final class FetchedMemory {

    private static final int PIECE = 1 << 20;
    /** The server needs some beside its files. */
    private static final double MORE = 1.5;

    private FetchedMemory() {
    }

    /** As much as all files of these folders, and some more; of the system's cache of files, where theirs will be. */
    static void of(List<Path> folders) throws IOException {
        long bytes = (long) (MORE * folders.stream().mapToLong(FetchedMemory::bytes).sum());
        Path file = Files.createTempFile(folders.getFirst().getParent(), "memory", "");
        byte[] piece = new byte[PIECE];
        try (OutputStream out = Files.newOutputStream(file)) {
            for (long written = 0; written < bytes; written += PIECE) {
                out.write(piece);
            }
        } finally {
            Files.delete(file);
        }
    }

    private static long bytes(Path folder) {
        try (var files = Files.list(folder)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
