package org.hospitalviewer.ui.worklist;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.icon.VaadinIcon;
import org.hospitalviewer.access.Account;
import org.hospitalviewer.access.Action;
import org.springframework.stereotype.Component;

/** Opens the images with the report beside them, to be written or only read. */
@Component
final class WriteReport implements StudyAction {

    @Override
    public int order() {
        return 1;
    }

    @Override
    public String label() {
        return "study.report";
    }

    @Override
    public VaadinIcon icon() {
        return VaadinIcon.FILE_TEXT_O;
    }

    @Override
    public boolean isOffered() {
        return Account.current().may(Action.READ_REPORTS);
    }

    @Override
    public void begin(StudyRow study) {
        UI.getCurrent().getPage().setLocation("viewer/" + study.studyInstanceUid() + "?report");
    }
}
