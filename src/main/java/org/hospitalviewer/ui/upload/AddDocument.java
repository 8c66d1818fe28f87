package org.hospitalviewer.ui.upload;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.QueryParameters;
import org.hospitalviewer.access.Account;
import org.hospitalviewer.access.Action;
import org.hospitalviewer.ui.worklist.StudyAction;
import org.hospitalviewer.ui.worklist.StudyRow;
import org.springframework.stereotype.Component;

/** Goes to the upload, where documents are for this study. */
@Component
final class AddDocument implements StudyAction {

    @Override
    public int order() {
        return 8;
    }

    @Override
    public String label() {
        return "upload.add-document";
    }

    @Override
    public VaadinIcon icon() {
        return VaadinIcon.FILE_ADD;
    }

    @Override
    public boolean isOffered() {
        return Account.current().may(Action.STORE_IMAGES);
    }

    @Override
    public void begin(StudyRow study) {
        UI.getCurrent().navigate(UploadView.class, QueryParameters.of("study", study.studyInstanceUid()));
    }
}
