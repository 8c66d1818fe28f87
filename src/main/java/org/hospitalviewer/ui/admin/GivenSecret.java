package org.hospitalviewer.ui.admin;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;

/** A password or key that is shown this once. */
public final class GivenSecret extends Dialog {

    /** Texts in the reader's language. */
    public GivenSecret(String title, String sentence, String secret) {
        setHeaderTitle(title);
        setCloseOnOutsideClick(false);
        Div shown = new Div(secret);
        shown.addClassName("given-secret");
        add(new Paragraph(sentence), shown);
        Button close = new Button(getTranslation("admin.secret.noted"), _ -> close());
        close.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(close);
    }
}
