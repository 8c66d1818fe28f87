package org.hospitalviewer.ingest.upload.document;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A box of an MP4 file (ISO/IEC 14496-12 4.2).
 *
 * @param begin first byte of its content
 * @param end   byte behind it
 */
record Mp4Box(FileChannel file, String type, long begin, long end) {

    private static final int HEADER_BYTES = 8;
    private static final int MOST_CHILDREN = 1_000;

    static Mp4Box whole(FileChannel file) throws IOException {
        return new Mp4Box(file, "", 0, file.size());
    }

    /**
     * The boxes in it.
     *
     * @param skipped bytes of its own before them
     */
    List<Mp4Box> children(int skipped) throws IOException, UnfitDocumentException {
        List<Mp4Box> children = new ArrayList<>();
        for (long at = begin + skipped; at < end; at = children.getLast().end) {
            if (at + HEADER_BYTES > end || children.size() == MOST_CHILDREN) {
                throw damaged();
            }
            children.add(child(at));
        }
        return children;
    }

    private Mp4Box child(long at) throws IOException, UnfitDocumentException {
        ByteBuffer header = bytes(at, HEADER_BYTES);
        long size = Integer.toUnsignedLong(header.getInt(0));
        String name = new String(header.array(), 4, 4, StandardCharsets.ISO_8859_1);
        long content = at + HEADER_BYTES;
        if (size == 1) {
            size = bytes(content, Long.BYTES).getLong(0);
            content += Long.BYTES;
        } else if (size == 0) {
            size = end - at;
        }
        if (size < content - at || size > end - at) {
            throw damaged();
        }
        return new Mp4Box(file, name, content, at + size);
    }

    static UnfitDocumentException damaged() {
        return new UnfitDocumentException("The film is damaged or cut short.");
    }

    Optional<Mp4Box> find(String wanted) throws IOException, UnfitDocumentException {
        return children(0).stream().filter(child -> child.type.equals(wanted)).findFirst();
    }

    /** The one of this type in it. */
    Mp4Box get(String wanted) throws IOException, UnfitDocumentException {
        return find(wanted).orElseThrow(Mp4Box::damaged);
    }

    /** Bytes of its content, counted from its begin, in the order in which the file has them (big endian). */
    ByteBuffer content(int offset, int length) throws IOException, UnfitDocumentException {
        return bytes(begin + offset, length);
    }

    private ByteBuffer bytes(long at, int length) throws IOException, UnfitDocumentException {
        if (at + length > end) {
            throw damaged();
        }
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining()) {
            if (file.read(bytes, at + bytes.position()) < 0) {
                throw damaged();
            }
        }
        return bytes.flip();
    }
}
