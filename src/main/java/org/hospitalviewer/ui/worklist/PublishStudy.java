package org.hospitalviewer.ui.worklist;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.notification.Notification;
import java.util.ArrayList;
import java.util.List;
import org.hospitalviewer.access.Account;
import org.hospitalviewer.access.Action;
import org.hospitalviewer.study.PublishMark;
import org.hospitalviewer.study.StudyPublishing;
import org.hospitalviewer.sync.MarkEffect;
import org.hospitalviewer.sync.SyncTargets;
import org.hospitalviewer.ui.admin.Readable;
import org.springframework.stereotype.Component;

/** Marks a study to be published, or takes the mark back, and says before what that does. */
@Component
final class PublishStudy implements StudyAction {

    private static final int SHOWN_MS = 6_000;

    private final StudyPublishing publishing;
    private final SyncTargets targets;

    PublishStudy(StudyPublishing publishing, SyncTargets targets) {
        this.publishing = publishing;
        this.targets = targets;
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public String label() {
        return "study.publish";
    }

    @Override
    public String label(StudyRow study) {
        return study.published() ? "study.unpublish" : label();
    }

    @Override
    public VaadinIcon icon() {
        return VaadinIcon.GLOBE;
    }

    @Override
    public boolean isOffered() {
        return Account.current().may(Action.PUBLISH_STUDIES);
    }

    @Override
    public void begin(StudyRow study) {
        UI ui = UI.getCurrent();
        String uid = study.studyInstanceUid();
        PublishMark mark = publishing.find(uid).filter(PublishMark::marked).orElse(null);
        MarkEffect effect = targets.markEffect();
        if (mark == null) {
            ask(ui, "study.publish.title", ui.getTranslation("study.publish.sentence", study.patient(), study.summary())
                    + " " + consequence(ui, effect), "study.publish.confirm",
                    () -> tell(ui, publishing.mark(uid) ? "study.publish.done" : "study.delete.gone"));
        } else {
            ask(ui, "study.unpublish.title", ui.getTranslation("study.unpublish.sentence", study.patient(), study.summary(),
                    mark.changedBy(), Readable.moment(mark.changedAt(), ui.getLocale())) + " " + withdrawal(ui, effect),
                    "study.unpublish.confirm",
                    () -> tell(ui, publishing.withdraw(uid) ? "study.unpublish.done" : "study.unpublish.before"));
        }
    }

    private static void ask(UI ui, String title, String sentence, String confirm, Runnable confirmed) {
        ConfirmDialog question = new ConfirmDialog();
        question.setHeader(ui.getTranslation(title));
        question.setText(sentence);
        question.setConfirmText(ui.getTranslation(confirm));
        question.setWidth("min(28rem, 100%)");
        question.setCancelable(true);
        question.setCancelText(ui.getTranslation("admin.cancel"));
        question.addConfirmListener(_ -> confirmed.run());
        question.open();
    }

    private static String consequence(UI ui, MarkEffect effect) {
        if (!effect.hasTargets()) {
            return ui.getTranslation("study.publish.nowhere");
        }
        List<String> all = new ArrayList<>(effect.deleting());
        all.addAll(effect.keeping());
        return ui.getTranslation(effect.onlyMarked() ? "study.publish.goes" : "study.publish.all", String.join(", ", all));
    }

    private static String withdrawal(UI ui, MarkEffect effect) {
        if (!effect.hasTargets()) {
            return ui.getTranslation("study.unpublish.nowhere");
        }
        if (!effect.onlyMarked()) {
            return ui.getTranslation("study.unpublish.all");
        }
        List<String> sentences = new ArrayList<>(List.of(ui.getTranslation("study.unpublish.more")));
        if (!effect.deleting().isEmpty()) {
            sentences.add(ui.getTranslation("study.unpublish.deleted", String.join(", ", effect.deleting())));
        }
        if (!effect.keeping().isEmpty()) {
            sentences.add(ui.getTranslation("study.unpublish.stays", String.join(", ", effect.keeping())));
        }
        return String.join(" ", sentences);
    }

    private static void tell(UI ui, String key) {
        Notification.show(ui.getTranslation(key), SHOWN_MS, Notification.Position.BOTTOM_START);
    }
}
