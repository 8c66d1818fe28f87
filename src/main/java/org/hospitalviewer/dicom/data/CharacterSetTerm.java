package org.hospitalviewer.dicom.data;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** Defined terms of Specific Character Set (PS3.3 Tables C.12-2 to C.12-5) and the Java charsets that decode them. */
final class CharacterSetTerm {
    private CharacterSetTerm() {
    }

    /** The charset of a term; spelling variants that devices send (ISO-IR 100, ISO 2022 IR100) are understood. */
    static Optional<Charset> charset(String term) {
        return Optional.ofNullable(name(registration(term))).filter(Charset::isSupported).map(Charset::forName);
    }

    private static String registration(String term) {
        String upper = term.toUpperCase(Locale.ROOT).replace('_', ' ').replace('-', ' ').trim();
        String withoutCodeExtension = upper.startsWith("ISO 2022 ") ? upper.substring(9) : upper;
        int ir = withoutCodeExtension.indexOf("IR");
        return ir < 0 ? withoutCodeExtension : withoutCodeExtension.substring(ir + 2).trim();
    }

    private static String name(String registration) {
        return switch (registration) {
            case "6" -> StandardCharsets.US_ASCII.name();
            case "100" -> StandardCharsets.ISO_8859_1.name();
            case "101" -> "ISO-8859-2";
            case "109" -> "ISO-8859-3";
            case "110" -> "ISO-8859-4";
            case "144" -> "ISO-8859-5";
            case "127" -> "ISO-8859-6";
            case "126" -> "ISO-8859-7";
            case "138" -> "ISO-8859-8";
            case "148" -> "ISO-8859-9";
            case "203" -> "ISO-8859-15";
            case "166" -> "TIS-620";
            // Shift_JIS holds JIS X 0201 and keeps 0x5C a backslash, which is the separator of values.
            case "13" -> "Shift_JIS";
            case "87" -> "x-JIS0208";
            case "159" -> "JIS_X0212-1990";
            case "149" -> "EUC-KR";
            case "58" -> "GB2312";
            case "192" -> StandardCharsets.UTF_8.name();
            case "GB18030" -> "GB18030";
            case "GBK" -> "GBK";
            default -> null;
        };
    }
}
