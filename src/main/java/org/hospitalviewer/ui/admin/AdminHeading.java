package org.hospitalviewer.ui.admin;

import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;

/** What a screen is called, and one sentence of what it is for. */
public final class AdminHeading extends Header {

    /** Texts in the reader's language. */
    public AdminHeading(String title, String sentence) {
        addClassName("admin-heading");
        Paragraph explanation = new Paragraph(sentence);
        explanation.addClassName("quiet");
        add(new H1(title), explanation);
    }
}
