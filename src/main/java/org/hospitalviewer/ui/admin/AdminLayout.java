package org.hospitalviewer.ui.admin;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HighlightConditions;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.router.RouterLayout;
import com.vaadin.flow.router.RouterLink;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hospitalviewer.access.Account;
import org.hospitalviewer.access.Requires;
import org.hospitalviewer.archive.Archive;
import org.hospitalviewer.ui.MainLayout;
import org.hospitalviewer.ui.admin.backup.BackupView;
import org.hospitalviewer.ui.admin.corrections.CorrectionsView;
import org.hospitalviewer.ui.admin.dashboard.DashboardView;
import org.hospitalviewer.ui.admin.devices.DevicesView;
import org.hospitalviewer.ui.admin.audit.AuditView;
import org.hospitalviewer.ui.admin.folderimport.FolderImportView;
import org.hospitalviewer.ui.admin.jobs.JobsView;
import org.hospitalviewer.ui.admin.oldinstallation.OldInstallationView;
import org.hospitalviewer.ui.admin.statistics.StatisticsView;
import org.hospitalviewer.ui.admin.sync.SyncView;
import org.hospitalviewer.ui.admin.templates.TemplatesView;
import org.hospitalviewer.ui.admin.trash.TrashView;
import org.hospitalviewer.ui.admin.users.UsersView;
import org.hospitalviewer.ui.admin.quarantine.QuarantineView;
import org.hospitalviewer.ui.admin.settings.SettingsView;

/** The administrator's rooms: where one is on the left, or above on a phone. */
@ParentLayout(MainLayout.class)
public class AdminLayout extends Div implements RouterLayout, AfterNavigationObserver {

    private final List<RouterLink> links = new ArrayList<>();
    private final Div content = new Div();

    AdminLayout(Archive archive) {
        addClassName("admin");
        content.addClassName("admin-content");
        // It scrolls, and a screen of figures holds nothing else that the keyboard could reach.
        content.getElement().setAttribute("tabindex", "0");
        Nav rooms = new Nav();
        Stream.of(link(DashboardView.class, VaadinIcon.DASHBOARD, "admin.nav.dashboard"),
                link(DevicesView.class, VaadinIcon.CONNECT, "admin.nav.devices"),
                link(UsersView.class, VaadinIcon.USERS, "admin.nav.users"),
                link(FolderImportView.class, VaadinIcon.FOLDER_ADD, "admin.import.nav"),
                link(TemplatesView.class, VaadinIcon.FILE_TEXT_O, "admin.nav.templates"),
                archive.quarantine().flatMap(_ -> link(QuarantineView.class, VaadinIcon.SPLIT, "admin.nav.quarantine")),
                archive.corrections().flatMap(_ ->
                        link(CorrectionsView.class, VaadinIcon.EDIT, "admin.nav.corrections")),
                archive.trash().flatMap(_ -> link(TrashView.class, VaadinIcon.TRASH, "admin.nav.trash")),
                archive.upkeep().flatMap(_ -> link(StatisticsView.class, VaadinIcon.BAR_CHART, "statistics.nav")),
                link(SyncView.class, VaadinIcon.CLOUD_UPLOAD_O, "admin.nav.sync"),
                link(BackupView.class, VaadinIcon.SAFE, "admin.nav.backup"),
                link(JobsView.class, VaadinIcon.TASKS, "admin.nav.jobs"),
                link(OldInstallationView.class, VaadinIcon.ARCHIVE, "old.nav"),
                link(AuditView.class, VaadinIcon.EYE, "admin.nav.audit"),
                link(SettingsView.class, VaadinIcon.SLIDERS, "admin.nav.settings"))
                .flatMap(Optional::stream).forEach(rooms::add);
        rooms.addClassName("admin-nav");
        rooms.setAriaLabel(getTranslation("admin.nav"));
        add(rooms, content);
    }

    /** Only to those who may enter. */
    private Optional<RouterLink> link(Class<? extends Component> screen, VaadinIcon icon, String key) {
        if (!Account.current().may(screen.getAnnotation(Requires.class).value())) {
            return Optional.empty();
        }
        RouterLink link = new RouterLink(screen);
        link.add(icon.create(), new Span(getTranslation(key)));
        link.setHighlightCondition(HighlightConditions.sameLocation());
        links.add(link);
        return Optional.of(link);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        links.forEach(link -> {
            boolean here = link.getHref().equals(event.getLocation().getPath());
            if (here) {
                link.getElement().setAttribute("aria-current", "page");
            } else {
                link.getElement().removeAttribute("aria-current");
            }
        });
    }

    @Override
    public void showRouterLayoutContent(HasElement view) {
        content.getElement().removeAllChildren();
        content.getElement().appendChild(view.getElement());
    }
}
