package org.hospitalviewer.ui.admin.settings;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import org.hospitalviewer.appliance.RemotePassword;

/** The password for the remote archive: it can be entered and forgotten, but never seen. */
final class RemotePasswordField extends Div {

    private final RemotePassword password;
    private final PasswordField field = new PasswordField(getTranslation("admin.settings.remotepassword"));
    private final Button forget = new Button(getTranslation("admin.settings.keypassword.forget"));

    RemotePasswordField(RemotePassword password) {
        this.password = password;
        field.setWidthFull();
        field.setAutocomplete(Autocomplete.NEW_PASSWORD);
        field.setRevealButtonVisible(false);
        field.setReadOnly(password.isGiven());
        forget.addThemeVariants(ButtonVariant.TERTIARY);
        forget.addClickListener(_ -> {
            password.change("");
            show();
        });
        add(field, forget);
        show();
    }

    /** Keeps what was entered. */
    void save() {
        if (!field.isEmpty()) {
            password.change(field.getValue());
            show();
        }
    }

    private void show() {
        field.clear();
        field.setHelperText(getTranslation(password.isGiven() ? "admin.setting.environment"
                : password.isSet() ? "admin.settings.keypassword.set" : "admin.settings.remotepassword.help"));
        forget.setVisible(password.isSet() && !password.isGiven());
    }
}
