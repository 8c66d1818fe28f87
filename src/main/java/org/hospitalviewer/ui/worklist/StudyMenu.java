package org.hospitalviewer.ui.worklist;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;

/** What can be done to one study. */
final class StudyMenu extends Dialog {

    StudyMenu(StudyRow study, List<StudyAction> actions) {
        setHeaderTitle(study.patientName().isBlank() ? study.patientId() : study.patientName());
        Paragraph what = new Paragraph(study.summary());
        what.addClassName("quiet");
        Div buttons = new Div();
        buttons.addClassName("study-actions");
        for (StudyAction action : actions) {
            Button button = new Button(getTranslation(action.label(study)), action.icon().create(), _ -> {
                close();
                action.begin(study);
            });
            button.addThemeVariants(ButtonVariant.TERTIARY);
            buttons.add(button);
        }
        add(what, buttons);
        getFooter().add(new Button(getTranslation("admin.cancel"), _ -> close()));
    }
}
