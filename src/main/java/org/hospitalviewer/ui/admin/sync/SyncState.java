package org.hospitalviewer.ui.admin.sync;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import java.util.Locale;
import org.hospitalviewer.sync.Sync;
import org.hospitalviewer.ui.admin.Readable;

/** Whether everything is where it should be, what goes on, when it was and when it will be. */
final class SyncState extends Section {

    private final Span badge = new Span();
    private final Paragraph now = new Paragraph();
    private final Paragraph amount = new Paragraph();
    private final Paragraph times = new Paragraph();
    private final ProgressBar bar = new ProgressBar();
    private final Button start;

    SyncState(Sync sync) {
        addClassNames("admin-card", "sync-state");
        start = new Button(getTranslation("admin.sync.now"), _ -> {
            sync.syncNow();
            show(sync.status());
        });
        start.addThemeVariants(ButtonVariant.PRIMARY);
        bar.setIndeterminate(true);
        bar.getElement().setAttribute("aria-label", getTranslation("admin.sync.title"));
        times.addClassName("quiet");
        now.addClassName("job-now");
        now.getElement().setAttribute("role", "status");
        Div buttons = new Div(start);
        buttons.addClassName("card-buttons");
        add(new H2(getTranslation("admin.sync.state")), now, bar, amount, times, buttons);
    }

    void show(Sync.Status status) {
        boolean none = status.targets().stream().noneMatch(one -> one.target().enabled());
        bar.setVisible(status.running());
        start.setEnabled(!status.running() && !none);
        now.removeAll();
        badge.setClassName("state");
        if (status.running()) {
            show("state-running", "admin.sync.state.running", getTranslation("admin.sync.progress", status.run().done(),
                    Readable.bytes(status.run().bytes(), locale())));
        } else if (none) {
            show("state-none", "admin.sync.state.none", "");
        } else if (!status.errors().isEmpty()) {
            show("state-bad", "admin.sync.state.failed", String.join(" ", status.errors()));
        } else if (status.targets().stream().anyMatch(one -> one.target().enabled() && one.waitingStudies() > 0)) {
            show("state-warning", "admin.sync.state.waiting", "");
        } else {
            show(status.last() == null ? "state-none" : "state-good",
                    status.last() == null ? "admin.sync.state.never" : "admin.sync.state.good", "");
        }
        amount.setText(getTranslation("admin.sync.amount", status.files(), Readable.bytes(status.bytes(), locale())));
        times.setText(getTranslation("admin.sync.last", status.last() == null ? getTranslation("admin.sync.never")
                : Readable.moment(status.last(), locale())) + " " + (status.automatic() && !none
                ? getTranslation("admin.sync.next", Readable.moment(status.next(), locale()))
                : getTranslation("admin.sync.manual")));
    }

    private void show(String mood, String key, String sentence) {
        badge.addClassName(mood);
        badge.setText(getTranslation(key));
        now.add(badge, new Span(sentence));
    }

    private static Locale locale() {
        return UI.getCurrent().getLocale();
    }
}
