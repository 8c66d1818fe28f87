package org.hospitalviewer.dicomweb;

import java.util.List;
import org.hospitalviewer.archive.Match;
import org.hospitalviewer.dicom.data.Dictionary;
import org.hospitalviewer.dicom.data.Tag;
import org.hospitalviewer.dicom.data.UID;

/** Turns a parameter's value into the kind of matching its VR asks for (PS3.4 C.2.2.2). */
final class MatchingKey {

    private static final String DATE = "(\\d{8})?";
    private static final String TIME = "(\\d{2}(\\d{2}(\\d{2}(\\.\\d{1,6})?)?)?)?";

    private MatchingKey() {
    }

    static Match of(int tag, String value) {
        return switch (Dictionary.vr(tag)) {
            case UI -> new Match.OneOf(tag, uids(value));
            case DA -> range(tag, value.replace(".", ""), DATE, "a date as YYYYMMDD or a range of dates");
            case TM -> range(tag, value.replace(":", ""), TIME, "a time as HHMMSS or a range of times");
            case IS -> new Match.Equal(tag, integer(value));
            case PN -> new Match.WildCard(tag, value);
            default -> text(tag, value);
        };
    }

    /** Any modality of a list, exactly named or with wild cards. */
    private static Match text(int tag, String value) {
        if (tag == Tag.ModalitiesInStudy || tag == Tag.Modality) {
            List<String> values = List.of(value.split("[,\\\\]"));
            return values.size() == 1 && hasWildCard(value) ? new Match.WildCard(tag, value)
                    : new Match.OneOf(tag, values);
        }
        return hasWildCard(value) ? new Match.WildCard(tag, value) : new Match.Equal(tag, value);
    }

    private static boolean hasWildCard(String value) {
        return value.contains("*") || value.contains("?");
    }

    private static List<String> uids(String value) {
        List<String> uids = List.of(value.split("[,\\\\]"));
        if (!uids.stream().allMatch(UID::isValid)) {
            throw WebProblem.badRequest("A UID has only digits and dots and at most 64 characters.");
        }
        return uids;
    }

    private static Match range(int tag, String value, String format, String expected) {
        int dash = value.indexOf('-');
        String from = dash < 0 ? value : value.substring(0, dash);
        String to = dash < 0 ? value : value.substring(dash + 1);
        if (!from.matches(format) || !to.matches(format) || from.isEmpty() && to.isEmpty()) {
            throw WebProblem.badRequest("The attribute " + Tag.toString(tag) + " needs " + expected + ".");
        }
        return new Match.Range(tag, from, to);
    }

    private static String integer(String value) {
        if (!value.strip().matches("[+-]?\\d{1,10}")) {
            throw WebProblem.badRequest("A whole number is needed here.");
        }
        return value.strip();
    }
}
