package org.hospitalviewer.dicom.data;

/**
 * A person name in up to three component groups, each family^given^middle^prefix^suffix (PS3.5 6.2.1).
 *
 * @param alphabetic  group in single-byte letters, "" when absent
 * @param ideographic group in ideographs, "" when absent
 * @param phonetic    group in phonetic characters, "" when absent
 */
public record PersonName(String alphabetic, String ideographic, String phonetic) {
    /** The components of a group in their order. */
    public enum Component { FAMILY, GIVEN, MIDDLE, PREFIX, SUFFIX }

    /** Takes apart one value of a PN; what is beyond three groups is left off. */
    public static PersonName of(String value) {
        String[] groups = value.split("=", 4);
        return new PersonName(group(groups, 0), group(groups, 1), group(groups, 2));
    }

    private static String group(String[] groups, int index) {
        return index < groups.length ? withoutTrailingDelimiters(groups[index]) : "";
    }

    /** Empty components at the end may be there or not (PS3.5 6.2.1.1): without them equal names are equal. */
    private static String withoutTrailingDelimiters(String group) {
        int end = group.length();
        while (end > 0 && (group.charAt(end - 1) == '^' || group.charAt(end - 1) == ' ')) {
            end--;
        }
        return group.substring(0, end);
    }

    /** A component of the alphabetic group, "" when absent. */
    public String get(Component component) {
        return component(alphabetic, component);
    }

    /** A component of a group, "" when absent. */
    public static String component(String group, Component component) {
        String[] components = group.split("\\^", -1);
        return component.ordinal() < components.length ? components[component.ordinal()].strip() : "";
    }

    /** Whether no component has a letter; "^^^^" is what a form writes that nobody filled in. */
    public boolean isEmpty() {
        return alphabetic.isEmpty() && ideographic.isEmpty() && phonetic.isEmpty();
    }

    /** The value for a data set, without empty groups at the end. */
    @Override
    public String toString() {
        String joined = alphabetic + '=' + ideographic + '=' + phonetic;
        int end = joined.length();
        while (end > 0 && joined.charAt(end - 1) == '=') {
            end--;
        }
        return joined.substring(0, end);
    }
}
