package org.hospitalviewer.ingest.upload.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hospitalviewer.dicom.data.Tag;

/** A file as the only fragment of encapsulated pixel data, behind an empty basic offset table (PS3.5 A.4). */
record FileFragment(Path file, long length) {

    private static final long LONGEST = 0xFFFFFFFEL;

    FileFragment {
        if (length > LONGEST) {
            throw new IllegalArgumentException("A fragment has at most 4 GiB");
        }
    }

    static boolean fits(long length) {
        return length <= LONGEST;
    }

    void writeTo(OutputStream out) throws IOException {
        item(out, Tag.Item, 0);
        item(out, Tag.Item, length + length % 2);
        copy(file, length, out);
        if (length % 2 != 0) {
            out.write(0);
        }
        item(out, Tag.SequenceDelimitationItem, 0);
    }

    private static void item(OutputStream out, int tag, long length) throws IOException {
        out.write(ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putShort((short) (tag >>> 16))
                .putShort((short) tag).putInt((int) length).array());
    }

    /** Copies the beginning of a file. */
    static void copy(Path file, long length, OutputStream out) throws IOException {
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(file)) {
            long left = length;
            while (left > 0) {
                int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
                if (read < 0) {
                    throw new IOException("The file became shorter while it was read");
                }
                out.write(buffer, 0, read);
                left -= read;
            }
        }
    }
}
