package org.hospitalviewer.ui.admin.settings;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import org.hospitalviewer.appliance.tls.HttpsKeyPassword;

/** The password of the certificate's key: it can be entered and forgotten, but never seen. */
final class KeyPasswordField extends Div {

    private final HttpsKeyPassword password;
    private final PasswordField field = new PasswordField(getTranslation("admin.settings.keypassword"));
    private final Button forget = new Button(getTranslation("admin.settings.keypassword.forget"));

    KeyPasswordField(HttpsKeyPassword password) {
        this.password = password;
        field.setWidthFull();
        field.setAutocomplete(Autocomplete.NEW_PASSWORD);
        field.setRevealButtonVisible(false);
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
        boolean present = password.isSet();
        field.clear();
        field.setHelperText(getTranslation(present ? "admin.settings.keypassword.set"
                : "admin.settings.keypassword.help"));
        forget.setVisible(present);
    }
}
