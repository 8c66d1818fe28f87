package org.hospitalviewer.ui.admin.backup;

import com.vaadin.flow.component.html.Paragraph;
import org.hospitalviewer.backup.BackupRun;
import org.hospitalviewer.backup.Backups;
import org.hospitalviewer.ui.Said;
import org.hospitalviewer.ui.admin.Readable;
import org.hospitalviewer.ui.admin.StateCard;

/** Whether there is a good backup, what goes on, when it was and when it will be. */
final class BackupState extends StateCard {

    private final Paragraph last;
    private final Paragraph next;
    private final Backups backups;

    BackupState(Backups backups) {
        this(backups, new Paragraph(), new Paragraph());
    }

    private BackupState(Backups backups, Paragraph last, Paragraph next) {
        super("admin.backup.state", "admin.backup.title", "admin.backup.now", last, next);
        this.backups = backups;
        this.last = last;
        this.next = next;
        next.addClassName("quiet");
        addClassName("backup-state");
    }

    @Override
    protected void start() {
        backups.backupNow();
        show(backups.status());
    }

    void show(Backups.Status status) {
        showRunning(status.running(), status.setUp());
        if (status.running()) {
            showState("state-running", "admin.backup.state.running", Said.here(status.run().note()));
        } else if (!status.setUp()) {
            showState("state-none", "admin.backup.state.none", getTranslation("admin.backup.state.none.sentence"));
        } else if (!status.failed().isEmpty()) {
            showState("state-bad", "admin.backup.state.failed", Said.here(status.failed()));
        } else if (status.missed()) {
            showState("state-bad", "admin.backup.state.missed", getTranslation("admin.backup.state.missed.sentence"));
        } else if (status.lastGood() == null) {
            showState("state-none", "admin.backup.state.never", "");
        } else {
            showState("state-good", "admin.backup.state.good", (getTranslation("admin.backup.state.good.sentence") + " "
                    + Said.here(status.last().error())).strip());
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
}
