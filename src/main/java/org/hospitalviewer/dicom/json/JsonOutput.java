package org.hospitalviewer.dicom.json;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** JSON text as UTF-8 bytes (RFC 8259), collected into large writes. */
final class JsonOutput {
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private final OutputStream out;
    private final byte[] buffer = new byte[16 << 10];
    private int size;

    JsonOutput(OutputStream out) {
        this.out = out;
    }

    void raw(char ascii) throws IOException {
        if (size == buffer.length) {
            flush();
        }
        buffer[size++] = (byte) ascii;
    }

    /** Writes ASCII text as it stands. */
    @SuppressWarnings("deprecation")
    void raw(String ascii) throws IOException {
        if (ascii.length() <= buffer.length - size) {
            // The deprecated method drops the high byte, of which ASCII has none, and is the fastest.
            ascii.getBytes(0, ascii.length(), buffer, size);
            size += ascii.length();
        } else {
            raw(ascii.getBytes(StandardCharsets.US_ASCII));
        }
    }

    void raw(byte[] bytes) throws IOException {
        if (bytes.length > buffer.length - size) {
            flush();
        }
        if (bytes.length > buffer.length) {
            out.write(bytes);
        } else {
            System.arraycopy(bytes, 0, buffer, size, bytes.length);
            size += bytes.length;
        }
    }

    /** Writes a string with quotes, escaped as needed. */
    void string(String text) throws IOException {
        raw('"');
        if (isPlain(text)) {
            raw(text);
        } else {
            escaped(text);
        }
        raw('"');
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~' || c == '"' || c == '\\') {
                return false;
            }
        }
        return true;
    }

    private void escaped(String text) throws IOException {
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c == '"' || c == '\\' || c == 0x7F) {
                raw(text.substring(start, i).getBytes(StandardCharsets.UTF_8));
                escape(c);
                start = i + 1;
            }
        }
        raw(text.substring(start).getBytes(StandardCharsets.UTF_8));
    }

    private void escape(char c) throws IOException {
        raw('\\');
        switch (c) {
            case '"', '\\' -> raw(c);
            case '\n' -> raw('n');
            case '\r' -> raw('r');
            case '\t' -> raw('t');
            default -> {
                raw("u00");
                raw((char) HEX[c >> 4]);
                raw((char) HEX[c & 0xF]);
            }
        }
    }

    /** Hands over to the stream what was collected; does not flush the stream. */
    void flush() throws IOException {
        out.write(buffer, 0, size);
        size = 0;
    }
}
