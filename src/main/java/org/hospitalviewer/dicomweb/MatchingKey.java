package org.hospitalviewer.dicomweb;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hospitalviewer.archive.Match;
import org.hospitalviewer.dicom.data.Dictionary;
import org.hospitalviewer.dicom.data.Tag;
import org.hospitalviewer.dicom.data.UID;

/** Turns a parameter's value into the kind of matching its VR asks for (PS3.4 C.2.2.2). */
final class MatchingKey {

    private static final String DATE = "(\\d{8})?";
    private static final String TIME = "(\\d{2}(\\d{2}(\\d{2}(\\.\\d{1,6})?)?)?)?";
    private static final String INTEGER = "[+-]?\\d{1,9}";

    private MatchingKey() {
    }

    /**
     * The condition a value states.
     *
     * @return empty when every value fits: nothing, or a star alone (universal matching)
     * @throws WebProblem 400 for what is no UID, date, time or number
     */
    static Optional<Match> of(int tag, String value) {
        if (value.isBlank() || value.strip().equals("*")) {
            return Optional.empty();
        }
        return switch (Dictionary.vr(tag)) {
            case UI -> uids(tag, value);
            case DA -> Optional.of(range(tag, value.replace(".", ""), DATE, "a date as YYYYMMDD or a range of dates"));
            case TM -> time(tag, value.replace(":", ""));
            case IS -> Optional.of(new Match.Equal(tag, integer(tag, value.strip())));
            case PN -> Optional.of(new Match.WildCard(tag, value));
            default -> tag == Tag.ModalitiesInStudy || tag == Tag.Modality ? modalities(tag, value)
                    : Optional.of(text(tag, value));
        };
    }

    private static Match text(int tag, String value) {
        return hasWildCard(value) ? new Match.WildCard(tag, value) : new Match.Equal(tag, value);
    }

    /** Any modality of a list, or one with wild cards; codes are upper case (PS3.3 C.7.3.1.1.1). */
    private static Optional<Match> modalities(int tag, String value) {
        List<String> values = list(value.toUpperCase(Locale.ROOT));
        if (values.size() == 1) {
            return Optional.of(text(tag, values.getFirst()));
        }
        if (values.stream().anyMatch(MatchingKey::hasWildCard)) {
            throw WebProblem.badRequest("A list of modalities cannot have wild cards.");
        }
        return values.isEmpty() ? Optional.empty() : Optional.of(new Match.OneOf(tag, values));
    }

    private static boolean hasWildCard(String value) {
        return value.contains("*") || value.contains("?");
    }

    private static Optional<Match> uids(int tag, String value) {
        List<String> uids = list(value);
        if (!uids.stream().allMatch(UID::isAcceptable)) {
            throw WebProblem.badRequest("A UID has only digits and dots and at most 64 characters.");
        }
        return uids.isEmpty() ? Optional.empty() : Optional.of(new Match.OneOf(tag, uids));
    }

    /** Lists come with commas (PS3.18 8.3.4.1) or, as in DIMSE, with backslashes. */
    private static List<String> list(String value) {
        return Arrays.stream(value.split("[,\\\\]")).map(String::strip).filter(text -> !text.isEmpty()).distinct()
                .toList();
    }

    private static Optional<Match> time(int tag, String value) {
        Match.Range range = range(tag, value, TIME, "a time as HHMMSS or a range of times");
        return Optional.of(new Match.Range(tag, shortest(range.from()), range.to()));
    }

    /** 10, 1000 and 100000 are the same moment; the shortest form sorts before all of them. */
    private static String shortest(String time) {
        String shortest = time;
        while (shortest.length() > 2 && shortest.endsWith("00") && !shortest.contains(".")) {
            shortest = shortest.substring(0, shortest.length() - 2);
        }
        return shortest;
    }

    private static Match.Range range(int tag, String value, String format, String expected) {
        int dash = value.indexOf('-');
        String from = (dash < 0 ? value : value.substring(0, dash)).strip();
        String to = (dash < 0 ? value : value.substring(dash + 1)).strip();
        if (!from.matches(format) || !to.matches(format) || from.isEmpty() && to.isEmpty()) {
            throw WebProblem.badRequest("The attribute " + Tag.toString(tag) + " needs " + expected + ".");
        }
        return new Match.Range(tag, from, to);
    }

    private static String integer(int tag, String value) {
        if (!value.matches(INTEGER)) {
            throw WebProblem.badRequest("The attribute " + Tag.toString(tag) + " needs a whole number.");
        }
        return Integer.toString(Integer.parseInt(value));
    }
}
