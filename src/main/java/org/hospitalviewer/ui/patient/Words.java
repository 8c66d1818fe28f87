package org.hospitalviewer.ui.patient;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hospitalviewer.clinical.patient.PatientStudy;
import org.hospitalviewer.clinical.report.Person;
import org.hospitalviewer.ui.worklist.StudyRow;

/** Studies, people and times in words. */
final class Words {

    private Words() {
    }

    /** Modality, description and date, as far as they are known. */
    static String of(PatientStudy study, Locale locale) {
        return Stream.of(title(study), StudyRow.date(study.date(), locale)).filter(part -> !part.isBlank())
                .collect(Collectors.joining(", "));
    }

    /** Modality and description. */
    static String title(PatientStudy study) {
        return Stream.of(study.modalities(), study.description()).filter(part -> !part.isBlank())
                .collect(Collectors.joining(" · "));
    }

    static String of(Person person) {
        return person.fullName().isBlank() ? person.username() : person.fullName();
    }

    /** Date and time of day; empty where nobody knows. */
    static String moment(LocalDateTime time, Locale locale) {
        return time.equals(LocalDateTime.MIN) ? "" : time.format(DateTimeFormatter
                .ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT).withLocale(locale));
    }

    static Span quiet(String text) {
        Span span = new Span(text);
        span.addClassName("quiet");
        return span;
    }

    /** What somebody wrote: its lines stay lines, and it begins at the side where its script begins. */
    static Div written(String text) {
        Div div = new Div(text);
        div.addClassName("entry-text");
        div.getElement().setAttribute("dir", "auto");
        return div;
    }
}
