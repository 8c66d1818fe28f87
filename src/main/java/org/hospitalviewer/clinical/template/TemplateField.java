package org.hospitalviewer.clinical.template;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;

/**
 * A value that a template asks for.
 *
 * @param name         for programs: letters and digits
 * @param label        for people
 * @param unit         of a number, empty for none
 * @param choices      of a choice, else empty
 * @param defaultValue what it says at first; empty where nobody can know
 * @param required     whether a report is signed only with it
 */
public record TemplateField(String name, String label, Kind kind, String unit, List<Choice> choices,
                            String defaultValue, boolean required) {

    private static final int MOST_CHOICES = 50;
    private static final int LONGEST_NAME = 64;
    private static final int LONGEST_LABEL = 200;
    private static final int LONGEST_UNIT = 32;
    private static final int LONGEST_VALUE = 1_000;

    public TemplateField {
        label = label == null ? name : label;
        kind = kind == null ? Kind.TEXT : kind;
        unit = unit == null ? "" : unit;
        choices = choices == null ? List.of() : List.copyOf(choices);
        defaultValue = defaultValue == null ? "" : defaultValue;
    }

    /** How a value is entered. */
    public enum Kind {
        TEXT, NUMBER, CHOICE;

        /** Name for programs, such as {@code text}. */
        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A value to choose.
     *
     * @param value what the report will say
     * @param note  what follows from it, such as a recommendation; empty for nothing
     */
    public record Choice(String value, String note) {
        public Choice {
            note = note == null ? "" : note;
        }

        private boolean isAcceptable() {
            return value != null && !value.isBlank() && value.length() <= LONGEST_VALUE && note.length() <= LONGEST_VALUE;
        }
    }

    boolean isAcceptable() {
        return name != null && name.matches("[A-Za-z0-9]{1," + LONGEST_NAME + "}") && !label.isBlank()
                && label.length() <= LONGEST_LABEL && unit.length() <= LONGEST_UNIT
                && defaultValue.length() <= LONGEST_VALUE && choices.size() <= MOST_CHOICES
                && choices.stream().allMatch(Choice::isAcceptable) && choices.isEmpty() == (kind != Kind.CHOICE);
    }
}
