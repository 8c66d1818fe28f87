package org.hospitalviewer.archive.remote;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hospitalviewer.archive.Match;
import org.hospitalviewer.dicom.data.Attributes;
import org.hospitalviewer.dicom.data.Dictionary;
import org.hospitalviewer.dicom.data.Tag;
import org.hospitalviewer.dicom.data.VR;

/**
 * Looks at what a server found with our own eyes (PS3.4 C.2.2.2): servers leave out conditions that they do not know,
 * and some understand them more widely. What the server does not tell is believed.
 */
final class LocalMatch {

    private static final int TIME_DIGITS = 6;

    private LocalMatch() {
    }

    static boolean isName(int tag) {
        return Dictionary.vr(tag) == VR.PN;
    }

    static boolean isTime(int tag) {
        return Dictionary.vr(tag) == VR.TM;
    }

    static boolean isNumber(int tag) {
        return Dictionary.vr(tag) == VR.IS;
    }

    static boolean holds(Attributes entity, List<Match> matches) {
        return matches.stream().allMatch(match -> !entity.contains(match.tag()) || holds(entity, match));
    }

    private static boolean holds(Attributes entity, Match match) {
        String[] values = entity.getStrings(match.tag());
        // A text with a backslash may be two values or one.
        return Stream.concat(Stream.of(values), Stream.of(String.join("\\", values)))
                .anyMatch(value -> holds(value.strip(), match));
    }

    private static boolean holds(String value, Match match) {
        return switch (match) {
            case Match.Equal equal when isNumber(equal.tag()) -> sameNumber(value, equal.value());
            case Match.Equal equal when isName(equal.tag()) -> like(value, equal.value(), true);
            case Match.Equal equal when match.tag() == Tag.ModalitiesInStudy -> like(value, equal.value(), false);
            case Match.Equal equal -> plain(value).equals(plain(equal.value()));
            case Match.OneOf oneOf -> oneOf.values().contains(value);
            case Match.WildCard wildCard -> like(value, wildCard.pattern(), isName(wildCard.tag()));
            case Match.Range range when isTime(range.tag()) -> isWithin(value, earliest(range.from()),
                    latest(range.to()));
            case Match.Range range -> isWithin(value, range.from(), range.to());
        };
    }

    private static boolean sameNumber(String value, String wanted) {
        try {
            return Long.parseLong(value) == Long.parseLong(wanted);
        } catch (NumberFormatException e) {
            return value.equals(wanted);
        }
    }

    private static boolean isWithin(String value, String from, String to) {
        return (from.isEmpty() || value.compareTo(from) >= 0)
                && (to.isEmpty() || !value.isEmpty() && value.compareTo(to) <= 0);
    }

    /** The shortest text of a time, which sorts before all others of the same moment. */
    static String earliest(String time) {
        String shortest = time.replaceFirst("\\.0+$", "");
        while (shortest.length() > 2 && shortest.endsWith("00") && !shortest.contains(".")) {
            shortest = shortest.substring(0, shortest.length() - 2);
        }
        return shortest;
    }

    /** The last moment that a time stands for. */
    static String latest(String time) {
        if (time.isEmpty() || time.contains(".")) {
            return time;
        }
        return time + "595959".substring(Math.min(time.length(), TIME_DIGITS)) + ".999999";
    }

    /** Wild cards; a name also matches by its alphabetic group alone, which "=" parts from the others (PS3.5 6.2.1). */
    private static boolean like(String value, String pattern, boolean isName) {
        StringBuilder regex = new StringBuilder();
        for (char c : plain(pattern).toCharArray()) {
            regex.append(switch (c) {
                case '*' -> ".*";
                case '?' -> ".";
                default -> Pattern.quote(String.valueOf(c));
            });
        }
        String end = isName ? "(=.*)?" : "";
        return Pattern.compile(regex + end, Pattern.DOTALL).matcher(plain(value)).matches();
    }

    /** Letters without case and accents. */
    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "").toUpperCase(Locale.ROOT);
    }
}
