package org.hospitalviewer.archive;

import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** Copies parts of a file through one bounded buffer. */
final class FileSliceCopy {

    private static final int BUFFER_BYTES = 128 * 1024;

    private FileSliceCopy() {
    }

    static void copy(Path file, List<Content.Slice> slices, OutputStream out) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long longest = slices.stream().mapToLong(Content.Slice::length).max().orElse(0);
            byte[] buffer = new byte[(int) Math.min(BUFFER_BYTES, Math.max(longest, 1))];
            for (Content.Slice slice : slices) {
                copy(channel, slice, buffer, out);
            }
        }
    }

    private static void copy(FileChannel channel, Content.Slice slice, byte[] buffer, OutputStream out)
            throws IOException {
        long position = slice.offset();
        long end = slice.offset() + slice.length();
        while (position < end) {
            int wanted = (int) Math.min(buffer.length, end - position);
            int read = channel.read(ByteBuffer.wrap(buffer, 0, wanted), position);
            if (read < 0) {
                throw new EOFException("The stored file is shorter than its index says");
            }
            out.write(buffer, 0, read);
            position += read;
        }
    }
}
