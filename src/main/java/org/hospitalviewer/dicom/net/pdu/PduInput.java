package org.hospitalviewer.dicom.net.pdu;

import java.util.Arrays;

/** Reads the big-endian fields of a PDU; nothing is read or allocated beyond the bytes that did arrive. */
final class PduInput {
    private final byte[] bytes;
    private final int end;
    private int position;

    PduInput(byte[] bytes) {
        this(bytes, 0, bytes.length);
    }

    private PduInput(byte[] bytes, int start, int end) {
        this.bytes = bytes;
        this.position = start;
        this.end = end;
    }

    boolean hasMore() {
        return position < end;
    }

    int u8() throws MalformedPduException {
        return bytes[take(1)] & 0xff;
    }

    int u16() throws MalformedPduException {
        return u8() << 8 | u8();
    }

    long u32() throws MalformedPduException {
        return (long) u16() << 16 | u16();
    }

    void skip(int count) throws MalformedPduException {
        take(count);
    }

    /** The next bytes as an input of their own. */
    PduInput slice(int length) throws MalformedPduException {
        int start = take(length);
        return new PduInput(bytes, start, start + length);
    }

    /** The content of an item whose 16 bit length comes next. */
    PduInput counted() throws MalformedPduException {
        return slice(u16());
    }

    byte[] rest() {
        byte[] rest = Arrays.copyOfRange(bytes, position, end);
        position = end;
        return rest;
    }

    /**
     * All that is left as text without its padding. Devices pad by NUL as well as by spaces; other control and
     * non-ASCII characters become '?', so that the text is safe in logs.
     */
    String text() {
        StringBuilder text = new StringBuilder(end - position);
        for (byte value : rest()) {
            text.append(value == 0 ? ' ' : value < ' ' || value == 0x7f ? '?' : (char) value);
        }
        return text.toString().strip();
    }

    String text(int length) throws MalformedPduException {
        return slice(length).text();
    }

    /** @throws MalformedPduException when bytes are left over */
    void expectEnd(String what) throws MalformedPduException {
        if (hasMore()) {
            throw MalformedPduException.invalidValue("%d bytes too many in %s".formatted(end - position, what));
        }
    }

    private int take(int count) throws MalformedPduException {
        if (count > end - position) {
            throw MalformedPduException.invalidValue(
                    "%d bytes announced where %d are left".formatted(count, end - position));
        }
        int start = position;
        position += count;
        return start;
    }
}
