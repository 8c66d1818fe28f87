package org.hospitalviewer.ui.admin.users;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import org.hospitalviewer.access.Action;
import org.hospitalviewer.access.AuditLog;
import org.hospitalviewer.access.Requires;
import org.hospitalviewer.access.User;
import org.hospitalviewer.access.Users;
import org.hospitalviewer.ui.admin.AdminHeading;
import org.hospitalviewer.ui.admin.AdminLayout;

/** The people who may log in, and as what. */
@Route(value = "admin/users", layout = AdminLayout.class)
@Requires(Action.MANAGE_USERS)
public class UsersView extends Div implements HasDynamicTitle {

    private final Users users;
    private final AuditLog audit;
    private final UnorderedList list = new UnorderedList();

    UsersView(Users users, AuditLog audit) {
        this.users = users;
        this.audit = audit;
        addClassName("admin-page");
        list.addClassName("admin-list");
        Button add = new Button(getTranslation("admin.users.add"), VaadinIcon.PLUS.create(),
                _ -> UserDialog.forNew(users, audit, this::refresh).open());
        add.addThemeVariants(ButtonVariant.PRIMARY);
        Div head = new Div(new AdminHeading(getTranslation("admin.users.title"),
                getTranslation("admin.users.sentence")), add);
        head.addClassName("admin-head");
        add(head, list);
        refresh();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("admin.users.title");
    }

    private void refresh() {
        list.removeAll();
        for (User user : users.all()) {
            list.add(new UserItem(user, users, audit, this::refresh));
        }
    }
}
