package org.hospitalviewer.ui.admin.dashboard;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;

/** Leads to a file for whoever helps from outside. */
final class SupportCard extends FactCard {

    SupportCard() {
        super(UI.getCurrent().getTranslation("admin.support.title"));
        Paragraph sentence = new Paragraph(getTranslation("admin.support.sentence"));
        sentence.addClassName("quiet");
        Anchor bundle = new Anchor("api/support/bundle", getTranslation("admin.support.download"));
        bundle.getElement().setAttribute("download", true);
        add(sentence, bundle);
    }
}
