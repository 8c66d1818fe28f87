package org.hospitalviewer.dicomweb;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.hospitalviewer.archive.Content;

/** A body of several parts (RFC 2387), its length known beforehand where those of all parts are. */
final class Multipart {

    private static final String LINE = "\r\n";
    /** The first part begins at a multiple of it: a viewer reads pixels of 16 or 32 bits where they lie, without a copy. */
    private static final int ALIGNMENT_BYTES = 8;

    private final String mediaType;
    private final List<Part> parts;
    private final String boundary;

    /**
     * One part.
     *
     * @param type media type with its parameters
     */
    record Part(String type, Content content) {
    }

    /**
     * Parts of one kind.
     *
     * @param mediaType of each part, without parameters
     */
    Multipart(String mediaType, List<Part> parts) {
        this.mediaType = mediaType;
        this.parts = List.copyOf(parts);
        this.boundary = boundary();
    }

    private String boundary() {
        String random = UUID.randomUUID().toString();
        int begin = parts.isEmpty() ? 0 : head(0, random).length;
        return random + "0".repeat(Math.floorMod(-begin, ALIGNMENT_BYTES));
    }

    /** Media type of the whole. */
    String contentType() {
        return MediaRange.MULTIPART + "; type=\"" + mediaType + "\"; boundary=" + boundary;
    }

    /** Number of bytes of the whole, or {@link Content#UNKNOWN_LENGTH}. */
    long length() {
        if (parts.stream().anyMatch(part -> part.content().length() == Content.UNKNOWN_LENGTH)) {
            return Content.UNKNOWN_LENGTH;
        }
        long length = end().length;
        for (int i = 0; i < parts.size(); i++) {
            length += head(i).length + parts.get(i).content().length();
        }
        return length;
    }

    void writeTo(OutputStream out) throws IOException {
        for (int i = 0; i < parts.size(); i++) {
            out.write(head(i));
            parts.get(i).content().transferTo(out);
        }
        out.write(end());
    }

    private byte[] head(int part) {
        return head(part, boundary);
    }

    private byte[] head(int part, String boundary) {
        long length = parts.get(part).content().length();
        return ascii((part == 0 ? "" : LINE) + "--" + boundary + LINE
                + "Content-Type: " + parts.get(part).type() + LINE
                + (length == Content.UNKNOWN_LENGTH ? "" : "Content-Length: " + length + LINE) + LINE);
    }

    private byte[] end() {
        return ascii(LINE + "--" + boundary + "--" + LINE);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
