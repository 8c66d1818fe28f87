package org.hospitalviewer.ui.patient;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.icon.VaadinIcon;
import org.hospitalviewer.access.Account;
import org.hospitalviewer.access.Action;
import org.hospitalviewer.ui.worklist.StudyAction;
import org.hospitalviewer.ui.worklist.StudyRow;
import org.springframework.stereotype.Component;

/** Goes from a study to everything of its patient. */
@Component
final class OpenPatient implements StudyAction {

    @Override
    public int order() {
        return 5;
    }

    @Override
    public String label() {
        return "patient.open";
    }

    @Override
    public VaadinIcon icon() {
        return VaadinIcon.USER;
    }

    @Override
    public boolean isOffered() {
        return Account.current().may(Action.SEARCH_STUDIES);
    }

    @Override
    public void begin(StudyRow study) {
        UI.getCurrent().navigate(PatientView.class, PatientView.parametersOf(study.studyInstanceUid()));
    }
}
