package org.hospitalviewer.dicom.json;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.hospitalviewer.dicom.data.Attributes;
import org.hospitalviewer.dicom.data.PersonName;
import org.hospitalviewer.dicom.data.VR;

/** Writes the Value array of an element (PS3.18 F.2.2, F.2.3): strings, numbers, names; null for an empty place. */
final class ValuesJson {
    /** What JSON takes for a number (RFC 8259 6). */
    private static final Pattern JSON_NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]{1,3})?");
    private static final Pattern DICOM_NUMBER =
            Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]{1,3})?");
    /** A DS has 16 characters, an IS 12 (PS3.5 6.2); what is far longer is no number and costly to take for one. */
    private static final int MAX_NUMBER_CHARACTERS = 64;
    /** Beyond 2^53 a JSON reader that knows doubles only would lose digits: 16 digits and more go as string. */
    private static final int MAX_EXACT_DIGITS = 15;

    private final JsonOutput json;

    ValuesJson(JsonOutput json) {
        this.json = json;
    }

    void write(Attributes attributes, int tag, VR vr) throws IOException {
        String[] values = attributes.getStrings(tag);
        if (values.length == 0 || vr == VR.PN && areNamesEmpty(values)) {
            return;
        }
        json.raw(",\"Value\":[");
        for (int i = 0; i < values.length; i++) {
            if (i > 0) {
                json.raw(',');
            }
            value(vr, values[i]);
        }
        json.raw(']');
    }

    private static boolean areNamesEmpty(String[] names) {
        return Arrays.stream(names).allMatch(name -> PersonName.of(name).isEmpty());
    }

    private void value(VR vr, String value) throws IOException {
        if (value.isEmpty()) {
            json.raw("null");
            return;
        }
        switch (vr) {
            case PN -> name(value);
            case DS, IS -> decimal(value);
            case FL, FD -> floating(value);
            case SL, SS, UL, US -> json.raw(value);
            case SV, UV -> longInteger(value);
            case AE, AS, AT, CS, DA, DT, LO, LT, SH, ST, TM, UC, UI, UR, UT -> json.string(value);
            case OB, OD, OF, OL, OV, OW, SQ, UN -> throw new IllegalArgumentException(vr + " has no values");
        }
    }

    private void decimal(String value) throws IOException {
        String trimmed = value.strip();
        if (trimmed.length() > MAX_NUMBER_CHARACTERS) {
            json.string(value);
        } else if (JSON_NUMBER.matcher(trimmed).matches()) {
            json.raw(trimmed);
        } else if (DICOM_NUMBER.matcher(trimmed).matches()) {
            json.raw(new BigDecimal(trimmed).toString());
        } else {
            json.string(value);
        }
    }

    private void floating(String value) throws IOException {
        switch (value) {
            case "NaN" -> json.string("NaN");
            case "Infinity" -> json.string("inf");
            case "-Infinity" -> json.string("-inf");
            default -> json.raw(value.endsWith(".0") ? value.substring(0, value.length() - 2) : value);
        }
    }

    private void longInteger(String value) throws IOException {
        if (value.length() <= MAX_EXACT_DIGITS) {
            json.raw(value);
        } else {
            json.string(value);
        }
    }

    private void name(String value) throws IOException {
        PersonName name = PersonName.of(value);
        if (name.isEmpty()) {
            json.raw("null");
            return;
        }
        json.raw('{');
        boolean first = group("Alphabetic", name.alphabetic(), true);
        first = group("Ideographic", name.ideographic(), first);
        group("Phonetic", name.phonetic(), first);
        json.raw('}');
    }

    private boolean group(String key, String group, boolean first) throws IOException {
        if (group.isEmpty()) {
            return first;
        }
        if (!first) {
            json.raw(',');
        }
        json.string(key);
        json.raw(':');
        json.string(group);
        return false;
    }
}
