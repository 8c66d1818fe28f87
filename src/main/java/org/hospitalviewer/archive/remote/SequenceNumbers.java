package org.hospitalviewer.archive.remote;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Numbers that grow over restarts: a file says up to where they may have been given out. Where it was lost, the clock
 * stands in for it.
 */
final class SequenceNumbers {

    private static final int RESERVED_AT_ONCE = 1_000;

    private final Path file;
    private long last;
    private long reserved;

    /** @param file made when needed */
    SequenceNumbers(Path file) {
        this.file = file;
        this.last = read();
        this.reserved = last;
    }

    private long read() {
        try {
            return Long.parseLong(Files.readString(file, StandardCharsets.US_ASCII).strip());
        } catch (IOException | NumberFormatException e) {
            return System.currentTimeMillis();
        }
    }

    synchronized long next() {
        if (last == reserved) {
            reserve(reserved + RESERVED_AT_ONCE);
        }
        return ++last;
    }

    private void reserve(long upTo) {
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.createDirectories(file.getParent());
            try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                    StandardOpenOption.TRUNCATE_EXISTING)) {
                channel.write(ByteBuffer.wrap(Long.toString(upTo).getBytes(StandardCharsets.US_ASCII)));
                channel.force(true);
            }
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            reserved = upTo;
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + file + " cannot be written: " + e.getMessage(), e);
        }
    }
}
