package org.hospitalviewer.ui.patient;

import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hospitalviewer.clinical.patient.PatientIdentity;
import org.hospitalviewer.ui.PatientNameText;
import org.hospitalviewer.ui.worklist.StudyRow;

/** Name, ID, birth date and sex. */
final class PatientHeading extends Header {

    PatientHeading(PatientIdentity patient) {
        addClassName("admin-heading");
        String name = PatientNameText.of(patient.name());
        H1 title = new H1(name.isBlank() ? getTranslation("patient.unnamed") : name);
        title.getElement().setAttribute("dir", "auto");
        Paragraph facts = new Paragraph(Stream.of(labelled("patient.id", patient.id()),
                        labelled("patient.born", StudyRow.date(patient.birthDate(), getLocale())), sex(patient.sex()))
                .filter(part -> !part.isEmpty()).collect(Collectors.joining("  ·  ")));
        facts.addClassName("patient-facts");
        add(title, facts);
    }

    private String labelled(String key, String value) {
        return value.isBlank() ? "" : getTranslation(key, value);
    }

    private String sex(String code) {
        return switch (code.toUpperCase(Locale.ROOT)) {
            case "F" -> getTranslation("patient.sex.female");
            case "M" -> getTranslation("patient.sex.male");
            case "O" -> getTranslation("patient.sex.other");
            default -> "";
        };
    }
}
