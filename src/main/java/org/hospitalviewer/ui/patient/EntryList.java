package org.hospitalviewer.ui.patient;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hospitalviewer.clinical.patient.PatientEntry;
import org.hospitalviewer.clinical.patient.PatientStudies;

/** What there is of a patient, the newest first, all of it or one kind. */
final class EntryList extends Div {

    private final Set<PatientEntry.Kind> kinds;
    private final EntryWork work;
    private PatientEntry.Kind wanted;
    private PatientStudies patient;
    private List<PatientEntry> entries = List.of();

    /** @param kinds that the reader may see */
    EntryList(Set<PatientEntry.Kind> kinds, EntryWork work) {
        this.kinds = kinds;
        this.work = work;
    }

    void show(PatientStudies newPatient, List<PatientEntry> newEntries) {
        patient = newPatient;
        entries = newEntries;
        draw();
    }

    private void draw() {
        removeAll();
        if (kinds.size() > 1) {
            add(choice());
        }
        List<PatientEntry> chosen = entries.stream().filter(entry -> wanted == null || entry.kind() == wanted).toList();
        if (chosen.isEmpty()) {
            Paragraph none = new Paragraph(getTranslation("patient.nothing"));
            none.addClassName("quiet");
            add(none);
            return;
        }
        OrderedList list = new OrderedList();
        list.addClassNames("admin-list", "patient-entries");
        chosen.forEach(entry -> list.add(item(entry)));
        add(list);
    }

    private EntryItem item(PatientEntry entry) {
        return switch (entry) {
            case PatientEntry.OfStudy study -> new StudyItem(study, getLocale());
            case PatientEntry.OfReport report -> new ReportItem(report, getLocale());
            case PatientEntry.OfPrescription prescription -> new PrescriptionItem(prescription, work,
                    getTranslation("patient.prescription"), getLocale());
            case PatientEntry.OfNote note -> new NoteItem(note, patient, work,
                    getTranslation("patient.category." + note.note().category()), getLocale());
        };
    }

    private Div choice() {
        Div buttons = new Div(button(null));
        buttons.addClassName("kind-choice");
        buttons.getElement().setAttribute("role", "group").setAttribute("aria-label", getTranslation("patient.kinds"));
        kinds.forEach(kind -> buttons.add(button(kind)));
        return buttons;
    }

    private Button button(PatientEntry.Kind kind) {
        long count = entries.stream().filter(entry -> kind == null || entry.kind() == kind).count();
        String name = Optional.ofNullable(kind).map(one -> getTranslation("patient.kind." + one))
                .orElseGet(() -> getTranslation("patient.everything"));
        Button button = new Button(name + " (" + count + ")", _ -> {
            wanted = kind;
            draw();
        });
        button.getElement().setAttribute("aria-pressed", Boolean.toString(kind == wanted));
        button.addThemeVariants(kind == wanted ? ButtonVariant.PRIMARY : ButtonVariant.TERTIARY);
        return button;
    }
}
