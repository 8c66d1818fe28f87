package org.hospitalviewer.ui.admin.backup;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.hospitalviewer.backup.Backups;
import org.hospitalviewer.backup.ListedBackup;
import org.hospitalviewer.ui.Said;
import org.hospitalviewer.ui.ScreenUpdate;
import org.hospitalviewer.ui.admin.Banner;
import org.hospitalviewer.ui.admin.Readable;
import org.springframework.security.concurrent.DelegatingSecurityContextRunnable;

/** The backups that can be had, the newest first. */
final class BackupList extends Div {

    private final Backups backups;
    private final Consumer<ListedBackup> restore;
    private Object occasion;
    private int looks;

    BackupList(Backups backups, Consumer<ListedBackup> restore) {
        this.backups = backups;
        this.restore = restore;
        addClassName("backup-list");
        add(quiet("admin.backup.list.looking"));
    }

    private Paragraph quiet(String key) {
        Paragraph paragraph = new Paragraph(getTranslation(key));
        paragraph.addClassName("quiet");
        return paragraph;
    }

    /**
     * Looks again, on a thread of its own: Google Drive takes a moment.
     *
     * @param why the same as before: nothing can have changed
     */
    void refresh(Object why) {
        if (why.equals(occasion)) {
            return;
        }
        occasion = why;
        int look = ++looks;
        UI ui = UI.getCurrent();
        Thread.startVirtualThread(new DelegatingSecurityContextRunnable(() -> {
            Backups.Listing now = backups.list();
            ScreenUpdate.of(ui, () -> {
                if (look == looks) {
                    draw(now);
                }
            });
        }));
    }

    private void draw(Backups.Listing now) {
        removeAll();
        now.troubles().forEach(trouble -> add(new Banner(VaadinIcon.WARNING, Said.here(trouble), true)));
        if (now.backups().isEmpty()) {
            if (now.troubles().isEmpty()) {
                add(quiet("admin.backup.list.none"));
            }
            return;
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("admin-list");
        now.backups().forEach(backup -> list.add(item(backup)));
        add(list);
    }

    private ListItem item(ListedBackup backup) {
        Span name = new Span(Readable.moment(backup.stored().createdAt(), locale()));
        name.addClassName("device-name");
        Span badge = new Span(getTranslation(backup.safety() ? "admin.backup.list.safety" : backup.isVerified()
                ? "admin.backup.list.verified" : "admin.backup.list.unknown"));
        badge.addClassNames("state", backup.isVerified() ? "state-good" : "state-none");
        Div place = new Div(backup.place());
        place.addClassNames("quiet", "backup-file");
        Div what = new Div(Readable.bytes(backup.stored().bytes(), locale()) + contents(backup));
        what.addClassName("quiet");
        Div file = new Div(backup.name());
        file.addClassNames("quiet", "backup-file");
        ListItem item = new ListItem(new Div(new Div(name, badge), what, place, file), buttons(backup));
        item.addClassName("device");
        return item;
    }

    private String contents(ListedBackup backup) {
        return backup.run() == null ? "" : "  ·  " + backup.run().contents().stream()
                .map(content -> getTranslation("admin.backup.content.short." + content)).collect(Collectors.joining(", "));
    }

    private Div buttons(ListedBackup backup) {
        Div buttons = new Div();
        buttons.addClassName("card-buttons");
        if (backup.canRestore()) {
            buttons.add(new Button(getTranslation("admin.backup.restore"), _ -> restore.accept(backup)));
        }
        Anchor download = new Anchor("api/backup/download/" + backup.name(), getTranslation("admin.backup.download"));
        download.setRouterIgnore(true);
        download.getElement().setAttribute("download", backup.name());
        buttons.add(download);
        return buttons;
    }

    private static Locale locale() {
        return UI.getCurrent().getLocale();
    }
}
