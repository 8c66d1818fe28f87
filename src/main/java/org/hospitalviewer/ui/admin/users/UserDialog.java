package org.hospitalviewer.ui.admin.users;

import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.util.stream.Stream;
import org.hospitalviewer.access.Account;
import org.hospitalviewer.access.AuditLog;
import org.hospitalviewer.access.InvalidUserException;
import org.hospitalviewer.access.Role;
import org.hospitalviewer.access.User;
import org.hospitalviewer.access.Users;
import org.hospitalviewer.ui.admin.GivenSecret;

/** Name, e-mail address and role of one user. */
final class UserDialog extends Dialog {

    private final TextField username = new TextField(getTranslation("user.name"));
    private final TextField fullName = new TextField(getTranslation("user.fullname"));
    private final TextField email = new TextField(getTranslation("admin.user.email"));
    private final Select<Role> role = new Select<>();
    /** Null for a new one. */
    private final User user;
    private final Users users;
    private final AuditLog audit;
    private final Runnable refresh;

    private UserDialog(User user, Users users, AuditLog audit, Runnable refresh) {
        this.user = user;
        this.users = users;
        this.audit = audit;
        this.refresh = refresh;
        setHeaderTitle(user == null ? getTranslation("admin.users.add") : user.fullName());
        username.setHelperText(getTranslation("user.name.rule"));
        username.setRequiredIndicatorVisible(true);
        email.setHelperText(getTranslation("admin.user.email.help"));
        role.setLabel(getTranslation("admin.user.role"));
        role.setItems(Role.values());
        role.setItemLabelGenerator(choice -> getTranslation("role." + choice));
        role.setValue(Role.VIEWER);
        role.addValueChangeListener(event -> explain(event.getValue()));
        explain(Role.VIEWER);
        Div fields = new Div(fullName, username, email, role);
        fields.addClassName("admin-form");
        add(fields);
        Button button = new Button(getTranslation("admin.save"), _ -> save());
        button.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(getTranslation("admin.cancel"), _ -> close()), button);
    }

    private void explain(Role choice) {
        role.setHelperText(getTranslation("admin.user.role.help." + choice));
    }

    /** @param refresh called after the user is kept */
    static UserDialog forNew(Users users, AuditLog audit, Runnable refresh) {
        return new UserDialog(null, users, audit, refresh);
    }

    static UserDialog forPresent(User user, Users users, AuditLog audit, Runnable refresh) {
        UserDialog dialog = new UserDialog(user, users, audit, refresh);
        dialog.fill();
        return dialog;
    }

    private void fill() {
        username.setValue(user.username());
        username.setReadOnly(true);
        username.setHelperText("");
        fullName.setValue(user.fullName());
        email.setValue(user.email());
        role.setValue(user.role());
        role.setReadOnly(user.id() == Account.current().id());
    }

    private void save() {
        Stream.<HasValidation>of(username, email, role).forEach(field -> field.setInvalid(false));
        try {
            if (user == null) {
                invite();
            } else {
                change();
            }
        } catch (InvalidUserException e) {
            show(e.rule());
        }
    }

    private void invite() {
        String password = users.invite(username.getValue().strip(), fullName.getValue(), email.getValue(),
                role.getValue());
        audit.record("CREATE_USER", "USER", username.getValue().strip(), AuditLog.Result.SUCCESS);
        close();
        refresh.run();
        new GivenSecret(getTranslation("admin.users.password", fullName.getValue().isBlank() ? username.getValue()
                : fullName.getValue()), getTranslation("admin.users.password.sentence"), password).open();
    }

    private void change() {
        users.change(user.id(), fullName.getValue(), email.getValue(), role.getValue());
        audit.record("CHANGE_USER", "USER", user.username() + " " + role.getValue(), AuditLog.Result.SUCCESS);
        close();
        refresh.run();
    }

    private void show(InvalidUserException.Rule rule) {
        HasValidation field = switch (rule) {
            case USERNAME, USERNAME_TAKEN, PASSWORD_TOO_WEAK, PASSWORD_TOO_LONG, PASSWORD_WRONG, PASSWORD_HASH -> username;
            case EMAIL, EMAIL_TAKEN -> email;
            case LAST_ADMINISTRATOR -> role;
        };
        field.setErrorMessage(getTranslation("admin.user.problem." + rule));
        field.setInvalid(true);
    }
}
