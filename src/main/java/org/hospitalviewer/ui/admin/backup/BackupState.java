package org.hospitalviewer.ui.admin.backup;

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
import org.hospitalviewer.backup.BackupRun;
import org.hospitalviewer.backup.Backups;
import org.hospitalviewer.ui.admin.Readable;

/** Whether there is a good backup, what goes on, when it was and when it will be. */
final class BackupState extends Section {

    private final Span badge = new Span();
    private final Paragraph now = new Paragraph();
    private final Paragraph last = new Paragraph();
    private final Paragraph next = new Paragraph();
    private final ProgressBar bar = new ProgressBar();
    private final Button start;

    BackupState(Backups backups) {
        addClassNames("admin-card", "backup-state");
        start = new Button(getTranslation("admin.backup.now"), _ -> {
            backups.backupNow();
            show(backups.status());
        });
        start.addThemeVariants(ButtonVariant.PRIMARY);
        bar.setIndeterminate(true);
        bar.getElement().setAttribute("aria-label", getTranslation("admin.backup.title"));
        next.addClassName("quiet");
        now.addClassName("job-now");
        now.getElement().setAttribute("role", "status");
        Div buttons = new Div(start);
        buttons.addClassName("card-buttons");
        add(new H2(getTranslation("admin.backup.state")), now, bar, last, next, buttons);
    }

    void show(Backups.Status status) {
        bar.setVisible(status.running());
        start.setEnabled(!status.running() && status.setUp());
        badge.setClassName("state");
        now.removeAll();
        if (status.running()) {
            show("state-running", "admin.backup.state.running", status.run().note());
        } else if (!status.setUp()) {
            show("state-none", "admin.backup.state.none", getTranslation("admin.backup.state.none.sentence"));
        } else if (!status.failed().isEmpty()) {
            show("state-bad", "admin.backup.state.failed", status.failed());
        } else if (status.missed()) {
            show("state-bad", "admin.backup.state.missed", getTranslation("admin.backup.state.missed.sentence"));
        } else if (status.lastGood() == null) {
            show("state-none", "admin.backup.state.never", "");
        } else {
            show("state-good", "admin.backup.state.good", getTranslation("admin.backup.state.good.sentence"));
        }
        last.setText(lastGood(status.lastGood()));
        next.setText(status.next() == null ? getTranslation("admin.backup.manual")
                : getTranslation("admin.backup.next", Readable.moment(status.next(), locale())));
        next.setVisible(status.setUp());
    }

    private String lastGood(BackupRun run) {
        return run == null ? getTranslation("admin.backup.last.none") : getTranslation("admin.backup.last",
                Readable.moment(run.startedAt(), locale()), Readable.bytes(run.bytes(), locale()), run.tables(), run.rows());
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
