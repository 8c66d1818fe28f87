package org.hospitalviewer.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.router.RouterLayout;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.spring.security.AuthenticationContext;
import org.hospitalviewer.access.Account;
import org.hospitalviewer.access.Action;
import org.hospitalviewer.appliance.settings.Settings;
import org.hospitalviewer.backup.Backups;
import org.hospitalviewer.study.StudyTrash;
import org.hospitalviewer.ui.admin.dashboard.DashboardView;
import org.hospitalviewer.ui.admin.trash.TrashView;
import org.hospitalviewer.ui.account.AccountView;
import org.hospitalviewer.ui.transfer.TransfersView;
import org.hospitalviewer.ui.upload.UploadView;
import org.hospitalviewer.ui.worklist.WorklistView;

/** The bar above every working screen: where one is, who one is. */
public class MainLayout extends Div implements RouterLayout {

    private final Main content = new Main();

    MainLayout(AuthenticationContext authentication, Settings settings, StudyTrash trash, Backups backups) {
        addClassName("house");
        content.addClassName("house-content");
        Header bar = new Header(home(settings.current().clinicName()));
        if (Account.current().may(Action.STORE_IMAGES)) {
            RouterLink worklist = houseLink(WorklistView.class, VaadinIcon.LIST, getTranslation("nav.worklist"));
            worklist.addClassName("to-worklist");
            bar.add(worklist, houseLink(UploadView.class, VaadinIcon.UPLOAD, getTranslation("upload.title")));
        }
        if (Account.current().may(Action.SEE_APPLIANCE)) {
            bar.add(houseLink(DashboardView.class, VaadinIcon.COG, getTranslation("admin.nav")));
        } else if (trash.isThere() && Account.current().may(Action.DELETE_STUDIES)) {
            bar.add(houseLink(TrashView.class, VaadinIcon.TRASH, getTranslation("admin.nav.trash")));
        }
        bar.add(userMenu(authentication));
        bar.addClassName("house-bar");
        add(bar);
        if (Account.current().may(Action.MANAGE_SETTINGS)) {
            add(new BackupNotice(backups));
        }
        add(content);
    }

    @Override
    public void showRouterLayoutContent(com.vaadin.flow.component.HasElement view) {
        content.getElement().appendChild(view.getElement());
    }

    private RouterLink home(String clinicName) {
        String name = clinicName.isBlank() ? getTranslation("product.name") : clinicName;
        RouterLink link = new RouterLink(WorklistView.class);
        link.addClassName("house-home");
        // What is seen comes first, so that the link can be called by it (WCAG 2.5.3).
        link.getElement().setAttribute("aria-label", name + ", " + getTranslation("nav.worklist"));
        link.add(new Emblem(), new Span(name));
        return link;
    }

    private static RouterLink houseLink(Class<? extends Component> screen, VaadinIcon icon, String label) {
        RouterLink link = new RouterLink(screen);
        link.addClassName("house-link");
        link.add(icon.create(), new Span(label));
        link.getElement().setAttribute("aria-label", label);
        return link;
    }

    private MenuBar userMenu(AuthenticationContext authentication) {
        Account account = Account.current();
        MenuBar menu = new MenuBar();
        menu.addThemeVariants(MenuBarVariant.TERTIARY);
        Span name = new Span(account.fullName());
        name.addClassName("house-user-name");
        Div label = new Div(VaadinIcon.USER.create(), name);
        label.addClassName("house-user");
        MenuItem user = menu.addItem(label);
        user.setAriaLabel(getTranslation("nav.user", account.fullName()));
        user.getSubMenu().addItem(getTranslation("role." + account.role())).setEnabled(false);
        if (account.may(Action.EXPORT_IMAGES)) {
            user.getSubMenu().addItem(getTranslation("transfer.nav"),
                    _ -> getUI().ifPresent(ui -> ui.navigate(TransfersView.class)));
        }
        user.getSubMenu().addItem(getTranslation("nav.account"),
                _ -> getUI().ifPresent(ui -> ui.navigate(AccountView.class)));
        user.getSubMenu().addItem(getTranslation("nav.logout"), _ -> authentication.logout());
        return menu;
    }
}
