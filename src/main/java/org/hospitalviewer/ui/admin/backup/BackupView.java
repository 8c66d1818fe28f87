package org.hospitalviewer.ui.admin.backup;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import java.nio.file.Path;
import java.util.List;
import org.hospitalviewer.access.Action;
import org.hospitalviewer.access.Requires;
import org.hospitalviewer.backup.Backups;
import org.hospitalviewer.backup.DriveSetup;
import org.hospitalviewer.backup.ListedBackup;
import org.hospitalviewer.backup.RecoveryKeys;
import org.hospitalviewer.backup.Restores;
import org.hospitalviewer.backup.drive.GoogleAccount;
import org.hospitalviewer.ingest.folder.FolderImport;
import org.hospitalviewer.ui.Said;
import org.hospitalviewer.ui.admin.AdminHeading;
import org.hospitalviewer.ui.admin.AdminLayout;
import org.hospitalviewer.ui.admin.Banner;
import org.hospitalviewer.ui.admin.LiveUpdate;
import org.hospitalviewer.ui.admin.Readable;

/** Backups: how they are, where they go, what is in them, and the way back. */
@Route(value = "admin/backup", layout = AdminLayout.class)
@Requires(Action.MANAGE_SETTINGS)
public class BackupView extends Div implements HasDynamicTitle {

    private final Backups backups;
    private final Restores restores;
    private final RecoveryKeys keys;
    private final Div banners = new Div();
    private final BackupState state;
    private final BackupForm form;
    private final GoogleCard google;
    private final DriveSetup drive;
    private final BackupList list;

    BackupView(Backups backups, Restores restores, RecoveryKeys keys, DriveSetup drive, FolderImport folders) {
        this.backups = backups;
        this.restores = restores;
        this.keys = keys;
        this.drive = drive;
        this.form = new BackupForm(backups, folders, this::saved);
        this.google = new GoogleCard(drive, backups);
        this.state = new BackupState(backups);
        this.list = new BackupList(backups, this::restore);
        addClassNames("admin-page", "backup-page");
        banners.addClassName("banners");
        Div cards = new Div(state, form, google);
        cards.addClassName("admin-cards");
        Button other = new Button(getTranslation("admin.backup.other"),
                _ -> new FileDialog(restores, folders, this::restore).open());
        Button anotherKey = new Button(getTranslation("admin.backup.key.another"), _ -> askForAnotherKey());
        Div more = new Div(other, anotherKey);
        more.addClassName("card-buttons");
        other.setVisible(restores.arePossible());
        add(new AdminHeading(getTranslation("admin.backup.title"), getTranslation("admin.backup.sentence")), banners, cards,
                new H2(getTranslation("admin.backup.list")), list, more);
        LiveUpdate.follow(this, List.of(backups::subscribe, drive::subscribe), this::draw);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("admin.backup.title");
    }

    private void draw() {
        Backups.Status status = backups.status();
        state.show(status);
        GoogleAccount.State account = drive.state();
        form.show(account);
        google.show(account);
        list.refresh(List.of(backups.configuration(), account, status.last() == null ? 0 : status.last().id(),
                status.running()));
        banners.removeAll();
        if (status.keyToBeNoted()) {
            Banner note = new Banner(VaadinIcon.KEY, getTranslation("admin.backup.key.missing"), true);
            note.add(new Button(getTranslation("admin.backup.key.show"), _ -> showKey()));
            banners.add(note);
        }
        restores.lastOutcome().ifPresent(outcome -> banners.add(new Banner(outcome.good() ? VaadinIcon.CHECK
                : VaadinIcon.WARNING, getTranslation(outcome.good() ? "admin.backup.outcome.good" : "admin.backup.outcome.bad",
                Readable.moment(outcome.time(), getLocale()), Said.here(outcome.sentence())), !outcome.good())));
    }

    private void saved() {
        draw();
        showKey();
    }

    private void showKey() {
        keys.show().ifPresent(key -> new RecoverySheet(key, drive.clientForPaper(), keys, this::draw).open());
    }

    private void askForAnotherKey() {
        ConfirmDialog question = new ConfirmDialog(getTranslation("admin.backup.key.another"),
                getTranslation("admin.backup.key.another.sentence"), getTranslation("admin.backup.key.another"), _ -> {
                    keys.another();
                    saved();
                });
        question.setCancelable(true);
        question.setCancelText(getTranslation("admin.cancel"));
        question.open();
    }

    private void restore(ListedBackup backup) {
        new RestoreDialog(restores).open(() -> backups.fetch(backup));
    }

    private void restore(Path file) {
        new RestoreDialog(restores).open(file);
    }
}
