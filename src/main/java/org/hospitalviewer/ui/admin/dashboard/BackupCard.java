package org.hospitalviewer.ui.admin.dashboard;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import org.hospitalviewer.backup.Backups;
import org.hospitalviewer.ui.admin.Readable;
import org.hospitalviewer.ui.admin.backup.BackupView;

/** Whether everything could be had back if this computer were lost. */
final class BackupCard extends FactCard {

    private final Backups backups;
    private final Button start;

    BackupCard(Backups backups) {
        super(UI.getCurrent().getTranslation("admin.backup.title"));
        this.backups = backups;
        start = new Button(getTranslation("admin.backup.now"), _ -> {
            backups.backupNow();
            draw();
        });
        Div buttons = new Div(start);
        buttons.addClassName("card-buttons");
        add(buttons);
        leadTo(BackupView.class, getTranslation("admin.backup.open"));
    }

    void draw() {
        Backups.Status status = backups.status();
        start.setVisible(status.setUp());
        start.setEnabled(!status.running());
        put(getTranslation("admin.backup.card.state"), state(status), mood(status));
        put(getTranslation("admin.backup.card.last"), status.lastGood() == null ? getTranslation("admin.backup.last.never")
                : Readable.moment(status.lastGood().startedAt(), getLocale()) + ", "
                        + Readable.bytes(status.lastGood().bytes(), getLocale()));
        put(getTranslation("admin.backup.card.next"), status.next() == null ? getTranslation("admin.backup.last.never")
                : Readable.moment(status.next(), getLocale()));
        put(getTranslation("admin.backup.card.count"), Long.toString(status.available()));
    }

    private String state(Backups.Status status) {
        if (!status.failed().isEmpty()) {
            return status.failed();
        }
        return getTranslation(!status.setUp() ? "admin.backup.state.none" : status.running() ? "admin.backup.state.running"
                : status.missed() ? "admin.backup.state.missed"
                : status.lastGood() == null ? "admin.backup.state.never" : "admin.backup.state.good");
    }

    private static String mood(Backups.Status status) {
        return !status.setUp() || status.isTroubled() ? "state-bad" : status.running() || status.lastGood() == null ? ""
                : "state-good";
    }
}
