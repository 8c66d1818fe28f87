package org.hospitalviewer.ui.worklist;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.select.Select;
import java.util.List;
import org.hospitalviewer.access.Account;
import org.hospitalviewer.access.Action;
import org.hospitalviewer.clinical.report.Person;
import org.hospitalviewer.clinical.report.ReadingList;
import org.hospitalviewer.clinical.report.StudyReading;
import org.springframework.stereotype.Component;

/** Says who is to read a study, and whether it cannot wait. */
@Component
final class AssignReading implements StudyAction {

    private static final int SHOWN_MS = 6_000;

    private final ReadingList reading;

    AssignReading(ReadingList reading) {
        this.reading = reading;
    }

    @Override
    public int order() {
        return 5;
    }

    @Override
    public String label() {
        return "study.assign";
    }

    @Override
    public VaadinIcon icon() {
        return VaadinIcon.DOCTOR;
    }

    @Override
    public boolean isOffered() {
        return Account.current().may(Action.ASSIGN_READING);
    }

    @Override
    public void begin(StudyRow study) {
        UI ui = UI.getCurrent();
        StudyReading now = reading.readingOf(study.studyInstanceUid());
        Dialog dialog = new Dialog();
        dialog.setHeaderTitle(ui.getTranslation("study.assign.title"));
        Select<Person> reader = reader(ui, now);
        Checkbox urgent = new Checkbox(ui.getTranslation("study.assign.urgent"), now.urgent());
        Button save = new Button(ui.getTranslation("study.assign.save"), _ -> {
            dialog.close();
            Long readerId = reader.getValue() == null ? null : reader.getValue().id();
            if (!reading.assign(study.studyInstanceUid(), readerId, urgent.getValue())) {
                Notification.show(ui.getTranslation("study.assign.gone"), SHOWN_MS, Notification.Position.BOTTOM_START);
            }
        });
        save.addThemeVariants(ButtonVariant.PRIMARY);
        dialog.add(new Paragraph(study.patient() + ", " + study.summary()), reader, urgent);
        dialog.getFooter().add(new Button(ui.getTranslation("admin.cancel"), _ -> dialog.close()), save);
        dialog.open();
    }

    private Select<Person> reader(UI ui, StudyReading now) {
        Select<Person> reader = new Select<>();
        reader.setLabel(ui.getTranslation("study.assign.reader"));
        List<Person> offered = reading.physicians();
        reader.setItems(offered);
        reader.setEmptySelectionAllowed(true);
        reader.setEmptySelectionCaption(ui.getTranslation("study.assign.nobody"));
        reader.setItemLabelGenerator(person -> person == null ? ui.getTranslation("study.assign.nobody")
                : person.fullName().isBlank() ? person.username() : person.fullName());
        reader.setValue(offered.contains(now.assignedTo()) ? now.assignedTo() : null);
        reader.setWidthFull();
        return reader;
    }
}
