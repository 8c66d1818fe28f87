package org.hospitalviewer.ui;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hospitalviewer.dicom.data.PersonName;
import org.hospitalviewer.dicom.data.PersonName.Component;

/** A patient's name as people read it: family name first, as lists are sorted, other scripts in brackets. */
public final class PatientNameText {

    private PatientNameText() {
    }

    /**
     * Formats a value of Patient's Name (0010,0010).
     *
     * @return "" for an empty value
     */
    public static String of(String value) {
        PersonName name = PersonName.of(value);
        String latin = group(name.alphabetic());
        String ideographic = group(name.ideographic());
        if (latin.isEmpty() || ideographic.isEmpty()) {
            return latin + ideographic;
        }
        return latin + " (" + ideographic + ")";
    }

    private static String group(String group) {
        String family = PersonName.component(group, Component.FAMILY);
        String others = Stream.of(Component.PREFIX, Component.GIVEN, Component.MIDDLE, Component.SUFFIX)
                .map(component -> PersonName.component(group, component)).filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
        return family.isEmpty() || others.isEmpty() ? family + others : family + ", " + others;
    }
}
