package org.hospitalviewer.dicom.data;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Text with ISO 2022 escape sequences (PS3.3 C.12.1.1.2, PS3.5 6.1.2.5): runs of bytes, each decoded by the charset
 * that the last escape designated. At a control character, a backslash and, in names, at ^ and = the first character
 * set is back (PS3.5 6.1.2.5.3), unless a multi-byte set is active in G0, whose bytes may look like these.
 */
final class CodeExtensions {
    static final byte ESC = 0x1B;

    /** Escape sequence behind ESC to registration number (PS3.3 Tables C.12-3 and C.12-4). */
    private static final Map<String, String> ESCAPES = Map.ofEntries(
            Map.entry("(B", "6"), Map.entry("-A", "100"), Map.entry("-B", "101"), Map.entry("-C", "109"),
            Map.entry("-D", "110"), Map.entry("-L", "144"), Map.entry("-G", "127"), Map.entry("-F", "126"),
            Map.entry("-H", "138"), Map.entry("-M", "148"), Map.entry("-b", "203"), Map.entry("-T", "166"),
            Map.entry("(J", "13"), Map.entry(")I", "13"), Map.entry("$B", "87"), Map.entry("$(D", "159"),
            Map.entry("$)C", "149"), Map.entry("$)A", "58"));

    private final byte[] value;
    private final int end;
    private final Charset first;
    private final StringBuilder text = new StringBuilder();
    private int runStart;
    private Charset active;

    private CodeExtensions(byte[] value, int from, int to, Charset first) {
        this.value = value;
        this.end = to;
        this.first = first;
        this.active = first;
        this.runStart = from;
    }

    static boolean present(byte[] value, int from, int to) {
        for (int i = from; i < to; i++) {
            if (value[i] == ESC) {
                return true;
            }
        }
        return false;
    }

    static String decode(byte[] value, int from, int to, Charset first) {
        return new CodeExtensions(value, from, to, first).decode();
    }

    private String decode() {
        int at = runStart;
        while (at < end) {
            if (value[at] == ESC) {
                flush(at);
                at = designate(at + 1);
                runStart = at;
            } else if (!isTwoByteInG0() && resets(value[at])) {
                flush(at);
                active = first;
                at++;
            } else {
                at++;
            }
        }
        flush(end);
        return text.toString();
    }

    private static boolean resets(byte character) {
        return character == '\\' || character == '^' || character == '=' || character >= 0 && character < ' ';
    }

    private boolean isTwoByteInG0() {
        String name = active.name();
        return name.equals("x-JIS0208") || name.equals("JIS_X0212-1990");
    }

    /**
     * Takes up the charset that the escape sequence names and returns the place behind it; an unknown one is skipped.
     */
    private int designate(int at) {
        for (int length = 2; length <= 3 && at + length <= end; length++) {
            String sequence = new String(value, at, length, StandardCharsets.ISO_8859_1);
            String registration = ESCAPES.get(sequence);
            if (registration != null) {
                active = CharacterSetTerm.charset("ISO_IR " + registration).orElse(first);
                return at + length;
            }
        }
        return at;
    }

    private void flush(int to) {
        if (to > runStart) {
            text.append(new String(value, runStart, to - runStart, active));
        }
        runStart = to;
    }
}
