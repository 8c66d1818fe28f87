package org.hospitalviewer.dicom.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Text of string VRs: splitting at backslashes, padding (PS3.5 6.2), numbers in DS and IS. */
final class TextValues {
    private static final String[] NONE = {};

    private TextValues() {
    }

    /** The values without padding; an empty element has none. */
    static String[] split(String text, VR vr) {
        String whole = trimEnd(text, 0);
        if (whole.isEmpty()) {
            return NONE;
        }
        if (!vr.isMultiValued() || whole.indexOf('\\') < 0) {
            return new String[] {trim(whole, vr)};
        }
        List<String> values = new ArrayList<>();
        int start = 0;
        for (int end = whole.indexOf('\\'); end >= 0; end = whole.indexOf('\\', start)) {
            values.add(trim(whole.substring(start, end), vr));
            start = end + 1;
        }
        values.add(trim(whole.substring(start), vr));
        return values.toArray(String[]::new);
    }

    private static String trim(String value, VR vr) {
        int from = 0;
        while (!vr.keepsLeadingSpaces() && from < value.length() && value.charAt(from) == ' ') {
            from++;
        }
        return trimEnd(value, from);
    }

    /** Senders pad UIDs with spaces and text with NUL: both go, whatever the VR. */
    private static String trimEnd(String value, int from) {
        int to = value.length();
        while (to > from && (value.charAt(to - 1) == ' ' || value.charAt(to - 1) == 0)) {
            to--;
        }
        return value.substring(from, to);
    }

    /** The number in a DS or IS, or NaN when the text is none; "NaN" and "Infinity" are no DICOM numbers. */
    static double parse(String text) {
        if (text.isEmpty()) {
            return Double.NaN;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < '0' || c > '9') && c != '.' && c != '-' && c != '+' && c != 'e' && c != 'E') {
                return Double.NaN;
            }
        }
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    static byte[] padded(byte[] value, VR vr) {
        if (value.length % 2 == 0) {
            return value;
        }
        byte[] even = Arrays.copyOf(value, value.length + 1);
        even[value.length] = vr.paddingByte();
        return even;
    }
}
