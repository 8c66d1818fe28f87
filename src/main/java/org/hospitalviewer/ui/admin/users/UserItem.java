package org.hospitalviewer.ui.admin.users;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import org.hospitalviewer.access.Account;
import org.hospitalviewer.access.AuditLog;
import org.hospitalviewer.access.InvalidUserException;
import org.hospitalviewer.access.User;
import org.hospitalviewer.access.Users;
import org.hospitalviewer.ui.admin.GivenSecret;
import org.hospitalviewer.ui.admin.Readable;

/** One user in the list, with what can be done to them. */
final class UserItem extends ListItem {

    private static final int NOTICE_MILLIS = 8_000;

    private final User user;
    private final Users users;
    private final AuditLog audit;
    private final Runnable refresh;

    UserItem(User user, Users users, AuditLog audit, Runnable refresh) {
        this.user = user;
        this.users = users;
        this.audit = audit;
        this.refresh = refresh;
        addClassName("device");
        Span name = new Span(user.fullName());
        name.addClassName("device-name");
        Span role = new Span(getTranslation("role." + user.role()));
        role.addClassName("state");
        Div title = new Div(name, role);
        title.addClassName("user-title");
        if (!user.active()) {
            Span disabled = new Span(getTranslation("admin.users.disabled"));
            disabled.addClassNames("state", "state-bad");
            title.add(disabled);
        }
        Div words = new Div(title, quiet(user.email().isEmpty() ? user.username()
                : user.username() + "  \u00b7  " + user.email()), quiet(lastLogin()));
        add(words, buttons());
    }

    private String lastLogin() {
        if (user.mustChangePassword()) {
            return getTranslation("admin.users.given");
        }
        return user.lastLogin() == null ? getTranslation("admin.users.never")
                : getTranslation("admin.users.last", Readable.moment(user.lastLogin(), getLocale()));
    }

    private static Div quiet(String text) {
        Div line = new Div(text);
        line.addClassName("quiet");
        return line;
    }

    private Div buttons() {
        Div buttons = new Div(new Button(getTranslation("admin.users.edit"),
                _ -> UserDialog.forPresent(user, users, audit, refresh).open()));
        buttons.addClassName("card-buttons");
        if (user.id() != Account.current().id()) {
            buttons.add(new Button(getTranslation("admin.users.reset"), _ -> askToReset()), activation());
        }
        return buttons;
    }

    private Button activation() {
        Button button = user.active() ? new Button(getTranslation("admin.users.disable"), _ -> askToDisable())
                : new Button(getTranslation("admin.users.enable"), _ -> setActive(true));
        button.addThemeVariants(ButtonVariant.TERTIARY);
        return button;
    }

    private void askToDisable() {
        ask("admin.users.disable.title", "admin.users.disable.sentence", "admin.users.disable", () -> setActive(false));
    }

    private void askToReset() {
        ask("admin.users.reset.title", "admin.users.reset.sentence", "admin.users.reset", () -> {
            String password = users.resetPassword(user.id());
            audit.record("RESET_PASSWORD", "USER", user.username(), AuditLog.Result.SUCCESS);
            refresh.run();
            new GivenSecret(getTranslation("admin.users.password", user.fullName()),
                    getTranslation("admin.users.password.sentence"), password).open();
        });
    }

    private void ask(String title, String sentence, String button, Runnable work) {
        ConfirmDialog question = new ConfirmDialog(getTranslation(title, user.fullName()), getTranslation(sentence),
                getTranslation(button), _ -> work.run());
        question.setCancelable(true);
        question.setCancelText(getTranslation("admin.cancel"));
        question.open();
    }

    private void setActive(boolean active) {
        try {
            users.setActive(user.id(), active);
            audit.record(active ? "ENABLE_USER" : "DISABLE_USER", "USER", user.username(), AuditLog.Result.SUCCESS);
            refresh.run();
        } catch (InvalidUserException e) {
            Notification.show(getTranslation("admin.user.problem." + e.rule()), NOTICE_MILLIS,
                    Notification.Position.BOTTOM_CENTER);
        }
    }
}
