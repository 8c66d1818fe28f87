package org.hospitalviewer.ui.admin.sync;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import java.util.Locale;
import org.hospitalviewer.sync.Sync;
import org.hospitalviewer.sync.SyncTarget;
import org.hospitalviewer.sync.SyncTargets;
import org.hospitalviewer.sync.TargetTest;
import org.hospitalviewer.ui.ScreenUpdate;
import org.hospitalviewer.ui.admin.Readable;
import org.springframework.security.concurrent.DelegatingSecurityContextRunnable;

/** One target in the list, with what can be done to it. */
final class TargetItem extends ListItem {

    private final Sync.TargetStatus status;
    private final SyncTarget target;
    private final Sync sync;
    private final SyncTargets targets;
    private final TargetTest test;
    private final Runnable refresh;
    private final Div answer = new Div();

    TargetItem(Sync.TargetStatus status, Sync sync, SyncTargets targets, TargetTest test, Runnable refresh) {
        this.status = status;
        this.target = status.target();
        this.sync = sync;
        this.targets = targets;
        this.test = test;
        this.refresh = refresh;
        addClassNames("device", "sync-target");
        Span name = new Span(target.name());
        name.addClassName("device-name");
        Div words = new Div(new Div(name, badge()), quiet(where()), quiet(amount()));
        if (target.lastTested() != null) {
            answer.setText(getTranslation("admin.sync.tested", Readable.moment(target.lastTested(), locale()),
                    target.testResult()));
            answer.addClassName(target.testGood() ? "quiet" : "state-bad");
        }
        answer.getElement().setAttribute("role", "status");
        words.add(answer);
        add(words, buttons());
    }

    private Span badge() {
        boolean bad = !status.state().lastError().isEmpty();
        String key = !target.enabled() ? "admin.sync.target.off" : bad ? "admin.sync.target.failed"
                : status.state().lastRun() == null ? "admin.sync.target.never"
                : status.waitingStudies() > 0 ? "admin.sync.target.waiting" : "admin.sync.target.good";
        Span badge = new Span(getTranslation(key));
        badge.addClassNames("state", !target.enabled() || status.state().lastRun() == null ? "state-none"
                : bad ? "state-bad" : status.waitingStudies() > 0 ? "state-warning" : "state-good");
        return badge;
    }

    private static Div quiet(String text) {
        Div line = new Div(text);
        line.addClassName("quiet");
        return line;
    }

    private String where() {
        String place = target.kind().isServer() ? target.address() + "  ·  "
                + (target.folder().isEmpty() ? "/" : target.folder()) : target.folder();
        return getTranslation("admin.sync.kind." + target.kind()) + "  ·  " + place + "  ·  "
                + getTranslation(target.encrypted() ? "admin.sync.encrypted" : "admin.sync.plain");
    }

    private String amount() {
        return getTranslation("admin.sync.there", status.studies(), status.files(),
                Readable.bytes(status.bytes(), locale()), status.waitingStudies());
    }

    private Div buttons() {
        Div buttons = new Div();
        buttons.addClassName("card-buttons");
        buttons.add(new Button(getTranslation("admin.sync.test"), event -> {
            event.getSource().setEnabled(false);
            test();
        }), new Button(getTranslation("admin.sync.edit"),
                _ -> TargetDialog.forPresent(target, sync, targets, test, refresh).open()));
        if (target.encrypted()) {
            Button key = new Button(getTranslation("admin.sync.key"), _ -> new KeyDialog(targets).open());
            key.addThemeVariants(ButtonVariant.TERTIARY);
            buttons.add(key);
        }
        Button remove = new Button(getTranslation("admin.sync.remove"), _ -> askToRemove());
        remove.addThemeVariants(ButtonVariant.TERTIARY);
        buttons.add(remove);
        return buttons;
    }

    /** On a thread of its own: a server that is away lets one wait for seconds. */
    private void test() {
        UI ui = UI.getCurrent();
        answer.setClassName("quiet");
        answer.setText(getTranslation("admin.sync.testing"));
        Thread.startVirtualThread(new DelegatingSecurityContextRunnable(() -> {
            test.test(target);
            ScreenUpdate.of(ui, refresh);
        }));
    }

    private void askToRemove() {
        ConfirmDialog question = new ConfirmDialog(getTranslation("admin.sync.remove.title", target.name()),
                getTranslation("admin.sync.remove.sentence"), getTranslation("admin.sync.remove"), _ -> {
                    targets.remove(target.id());
                    refresh.run();
                });
        question.setCancelable(true);
        question.setCancelText(getTranslation("admin.cancel"));
        question.open();
    }

    private static Locale locale() {
        return UI.getCurrent().getLocale();
    }
}
