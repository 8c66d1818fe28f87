package org.hospitalviewer.ui.admin.backup;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.server.VaadinSession;
import java.net.URI;
import org.hospitalviewer.backup.drive.ConsentRefusedException;
import org.hospitalviewer.backup.drive.Consents;
import org.hospitalviewer.ui.Said;

/**
 * Google's page in another tab. It leads back to the appliance only on the appliance's own computer; elsewhere that page does
 * not load, and its address is pasted here.
 */
final class ConsentStep extends Div {

    private final Finish finish;

    /** What is done with Google's answer. */
    interface Finish {
        void with(String visitor, Consents.Answer answer) throws ConsentRefusedException;
    }

    ConsentStep(Finish finish) {
        this.finish = finish;
        addClassName("google-consent");
        setVisible(false);
    }

    /** Tells visitors apart. */
    static String visitor() {
        return VaadinSession.getCurrent().getSession().getId();
    }

    /** Opens Google, and asks for the address. */
    void open(URI address, String sentence) {
        Anchor again = new Anchor(address.toString(), getTranslation("admin.backup.google.open"), AnchorTarget.BLANK);
        TextField pasted = new TextField(getTranslation("admin.backup.google.pasted"));
        pasted.setHelperText(getTranslation("admin.backup.google.pasted.help"));
        pasted.setWidthFull();
        removeAll();
        add(new Paragraph(sentence), again, pasted, new Button(getTranslation("admin.backup.google.finish"), _ -> finish(pasted)));
        setVisible(true);
        UI.getCurrent().getPage().open(address.toString(), "_blank");
    }

    private void finish(TextField pasted) {
        pasted.setInvalid(false);
        try {
            finish.with(visitor(), Consents.Answer.in(pasted.getValue()));
        } catch (ConsentRefusedException e) {
            pasted.setErrorMessage(Said.here(e.getMessage()));
            pasted.setInvalid(true);
        }
    }
}
