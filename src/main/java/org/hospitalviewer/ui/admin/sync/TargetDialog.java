package org.hospitalviewer.ui.admin.sync;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.function.Function;
import org.hospitalviewer.sync.InvalidTargetException;
import org.hospitalviewer.sync.Sync;
import org.hospitalviewer.sync.SyncTarget;
import org.hospitalviewer.sync.SyncTargets;
import org.hospitalviewer.sync.TargetEntry;
import org.hospitalviewer.sync.TargetTest;
import org.hospitalviewer.ui.Said;
import org.hospitalviewer.ui.ScreenUpdate;
import org.springframework.security.concurrent.DelegatingSecurityContextRunnable;

/** Address, login and safety of one target; tried out before it is kept. */
final class TargetDialog extends Dialog {

    private final TargetFields fields;
    private final TargetTest test;
    private final SyncTarget before;
    private final Function<TargetEntry, ?> keep;
    private final Runnable refresh;
    private final Div answer = new Div();
    private final Button trust = new Button(getTranslation("admin.sync.trust"));
    private final Button tryOut = new Button(getTranslation("admin.sync.test"), _ -> tryOut());

    private TargetDialog(SyncTarget before, TargetTest test, Function<TargetEntry, ?> keep, boolean hasPassword,
                         Runnable refresh) {
        this.before = before;
        this.test = test;
        this.keep = keep;
        this.refresh = refresh;
        this.fields = new TargetFields(before, hasPassword);
        addClassName("sync-dialog");
        answer.addClassName("sync-answer");
        answer.getElement().setAttribute("role", "status");
        trust.setVisible(false);
        add(fields, answer, trust);
        Button save = new Button(getTranslation("admin.save"), _ -> save());
        save.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(tryOut, new Span(), new Button(getTranslation("admin.cancel"), _ -> close()), save);
    }

    static TargetDialog forNew(Sync sync, SyncTargets targets, TargetTest test, Runnable refresh) {
        TargetDialog dialog = new TargetDialog(null, test, sync::add, false, refresh);
        dialog.setHeaderTitle(dialog.getTranslation("admin.sync.add"));
        return dialog;
    }

    static TargetDialog forPresent(SyncTarget target, Sync sync, SyncTargets targets, TargetTest test, Runnable refresh) {
        TargetDialog dialog = new TargetDialog(target, test, entry -> targets.change(target.id(), entry),
                targets.hasPassword(target.id()), refresh);
        dialog.setHeaderTitle(target.name());
        return dialog;
    }

    private void save() {
        try {
            keep.apply(fields.entry());
            close();
            refresh.run();
        } catch (InvalidTargetException e) {
            show(e);
        }
    }

    private void tryOut() {
        TargetEntry entry = fields.entry();
        UI ui = UI.getCurrent();
        tryOut.setEnabled(false);
        trust.setVisible(false);
        say(getTranslation("admin.sync.testing"), "quiet");
        Thread.startVirtualThread(new DelegatingSecurityContextRunnable(() -> {
            Runnable outcome = outcome(entry);
            ScreenUpdate.of(ui, () -> {
                tryOut.setEnabled(true);
                outcome.run();
            });
        }));
    }

    private Runnable outcome(TargetEntry entry) {
        try {
            TargetTest.Result result = test.test(entry, before);
            return () -> show(result);
        } catch (InvalidTargetException e) {
            return () -> show(e);
        }
    }

    private void show(TargetTest.Result result) {
        fields.clearErrors();
        say(Said.here(result.sentence()), result.good() ? "state-good" : "state-bad");
        if (!result.fingerprint().isEmpty()) {
            trust.setVisible(true);
            trust.addClickListener(event -> {
                event.unregisterListener();
                trust.setVisible(false);
                fields.trust(result.fingerprint());
                tryOut();
            });
        }
    }

    private void show(InvalidTargetException e) {
        fields.clearErrors();
        say("", "quiet");
        Component field = fields.of(e.problem());
        String sentence = getTranslation("admin.sync.problem." + e.problem(), TargetEntry.PRIVATE_WORDS);
        if (field instanceof HasValidation validated) {
            validated.setErrorMessage(sentence);
            validated.setInvalid(true);
        }
        field.scrollIntoView();
    }

    private void say(String sentence, String mood) {
        answer.setText(sentence);
        answer.setClassName("sync-answer");
        answer.addClassName(mood);
    }
}
