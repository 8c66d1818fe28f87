package org.hospitalviewer.ui.patient;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.RouterLink;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hospitalviewer.clinical.patient.PatientStudy;
import org.hospitalviewer.ui.PatientNameText;
import org.hospitalviewer.ui.worklist.StudyRow;

/** Studies of the same number that may be somebody else's: said aloud, and left to people. */
final class DoubtfulStudies extends Div {

    private static final int SHOWN = 20;

    DoubtfulStudies(List<PatientStudy> studies) {
        addClassNames("banner", "banner-warning");
        getElement().setAttribute("role", "status");
        UnorderedList list = new UnorderedList();
        studies.stream().limit(SHOWN).map(this::item).forEach(list::add);
        add(VaadinIcon.WARNING.create(), new Div(new Paragraph(getTranslation("patient.doubtful", studies.size())), list));
    }

    private ListItem item(PatientStudy study) {
        String name = PatientNameText.of(study.patient().name());
        String who = Stream.of(name.isBlank() ? getTranslation("patient.unnamed") : name, born(study))
                .filter(part -> !part.isEmpty()).collect(Collectors.joining(", "));
        RouterLink link = new RouterLink(who, PatientView.class, PatientView.parametersOf(study.studyInstanceUid()));
        return new ListItem(link, Words.quiet(Words.of(study, getLocale())));
    }

    private String born(PatientStudy study) {
        String date = study.patient().birthDate();
        return date.isEmpty() ? "" : getTranslation("patient.born", StudyRow.date(date, getLocale()));
    }
}
