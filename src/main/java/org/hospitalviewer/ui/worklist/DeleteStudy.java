package org.hospitalviewer.ui.worklist;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.notification.Notification;
import org.hospitalviewer.access.Account;
import org.hospitalviewer.access.Action;
import org.hospitalviewer.appliance.settings.Settings;
import org.hospitalviewer.study.StudyTrash;
import org.hospitalviewer.ui.Said;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Moves a study into the trash, after a question that names it. */
@Component
final class DeleteStudy implements StudyAction {

    private static final Logger LOG = LoggerFactory.getLogger(DeleteStudy.class);
    private static final int SHOWN_MS = 6_000;

    private final StudyTrash trash;
    private final Settings settings;

    DeleteStudy(StudyTrash trash, Settings settings) {
        this.trash = trash;
        this.settings = settings;
    }

    @Override
    public int order() {
        return 100;
    }

    @Override
    public String label() {
        return "study.delete";
    }

    @Override
    public VaadinIcon icon() {
        return VaadinIcon.TRASH;
    }

    @Override
    public boolean isOffered() {
        return trash.isThere() && Account.current().may(Action.DELETE_STUDIES);
    }

    @Override
    public void begin(StudyRow study) {
        UI ui = UI.getCurrent();
        ConfirmDialog question = new ConfirmDialog();
        question.setHeader(ui.getTranslation("study.delete.title"));
        question.setText(ui.getTranslation("study.delete.sentence", study.patient(), study.summary(), study.instanceCount(), settings.current().trashDays()));
        question.setConfirmText(ui.getTranslation("study.delete.confirm"));
        question.setConfirmButtonTheme("error primary");
        question.setCancelable(true);
        question.setCancelText(ui.getTranslation("admin.cancel"));
        question.addConfirmListener(_ -> delete(study, ui));
        question.open();
    }

    private void delete(StudyRow study, UI ui) {
        try {
            boolean deleted = trash.delete(study.studyInstanceUid()).isPresent();
            Notification.show(ui.getTranslation(deleted ? "study.delete.done" : "study.delete.gone"), SHOWN_MS,
                    Notification.Position.BOTTOM_START);
        } catch (RuntimeException e) {
            LOG.error("The study {} could not be deleted", study.studyInstanceUid(), e);
            Notification.show(ui.getTranslation("study.delete.failed", Said.here(e.getMessage())), SHOWN_MS,
                    Notification.Position.MIDDLE);
        }
    }
}
