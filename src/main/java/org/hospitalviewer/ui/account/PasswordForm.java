package org.hospitalviewer.ui.account;

import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.spring.security.AuthenticationContext;
import java.util.stream.Stream;
import org.hospitalviewer.access.Account;
import org.hospitalviewer.access.AuditLog;
import org.hospitalviewer.access.InvalidUserException;
import org.hospitalviewer.access.Users;

/** Old password, new password twice. Afterwards one logs in with the new one. */
final class PasswordForm extends Div {

    private final Users users;
    private final AuditLog audit;
    private final AuthenticationContext authentication;
    private final PasswordField old = new PasswordField(getTranslation("account.password.old"));
    private final PasswordField password = new PasswordField(getTranslation("account.password.new"));
    private final PasswordField repeated = new PasswordField(getTranslation("account.password.repeat"));

    PasswordForm(Users users, AuditLog audit, AuthenticationContext authentication) {
        this.users = users;
        this.audit = audit;
        this.authentication = authentication;
        addClassNames("admin-form", "narrow");
        old.setAutocomplete(Autocomplete.CURRENT_PASSWORD);
        password.setAutocomplete(Autocomplete.NEW_PASSWORD);
        password.setHelperText(getTranslation("user.password.rule", Users.SHORTEST_PASSWORD));
        repeated.setAutocomplete(Autocomplete.NEW_PASSWORD);
        Button change = new Button(getTranslation("account.password.change"), _ -> change());
        change.addThemeVariants(ButtonVariant.PRIMARY);
        repeated.addKeyDownListener(Key.ENTER, _ -> change());
        add(old, password, repeated, new Div(change));
    }

    private void change() {
        Stream.<HasValidation>of(old, password, repeated).forEach(field -> field.setInvalid(false));
        if (!password.getValue().equals(repeated.getValue())) {
            complain(repeated, getTranslation("user.password.different"));
            return;
        }
        try {
            Account account = Account.current();
            users.changePassword(account, old.getValue(), password.getValue());
            audit.record("CHANGE_PASSWORD", "USER", account.username(), AuditLog.Result.SUCCESS);
            authentication.logout();
        } catch (InvalidUserException e) {
            show(e.rule());
        }
    }

    private void show(InvalidUserException.Rule rule) {
        switch (rule) {
            case PASSWORD_WRONG -> complain(old, getTranslation("account.password.wrong"));
            case PASSWORD_TOO_LONG -> complain(password, getTranslation("user.password.long"));
            default -> complain(password, getTranslation("account.password.weak", Users.SHORTEST_PASSWORD));
        }
    }

    private static void complain(PasswordField field, String sentence) {
        field.setErrorMessage(sentence);
        field.setInvalid(true);
    }
}
