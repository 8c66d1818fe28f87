package org.hospitalviewer.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.RouterLink;
import java.util.List;
import org.hospitalviewer.backup.Backups;
import org.hospitalviewer.ui.admin.LiveUpdate;
import org.hospitalviewer.ui.admin.backup.BackupView;

/** Tells every administrator on every screen that the last backup failed or is missing, until there is a good one. */
final class BackupNotice extends Div {

    private final Backups backups;

    BackupNotice(Backups backups) {
        this.backups = backups;
        addClassName("house-notice");
        getElement().setAttribute("role", "status");
        LiveUpdate.follow(this, List.of(backups::subscribe), this::draw);
    }

    private void draw() {
        Backups.Status status = backups.status();
        removeAll();
        setVisible(status.isTroubled());
        if (status.isTroubled()) {
            add(VaadinIcon.WARNING.create(), new Span(status.failed().isEmpty()
                    ? getTranslation("admin.backup.notice.missed")
                    : getTranslation("admin.backup.notice.failed", status.failed())),
                    new RouterLink(getTranslation("admin.backup.open"), BackupView.class));
        }
    }
}
