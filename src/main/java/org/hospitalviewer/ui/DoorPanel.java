package org.hospitalviewer.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;

/** The panel of the screens before the login: emblem, title, one explaining sentence, form. */
final class DoorPanel extends Div {

    private final Paragraph explanation;

    DoorPanel(String title, String sentence) {
        addClassName("door-panel");
        H1 heading = new H1(title);
        explanation = new Paragraph(sentence);
        explanation.addClassName("quiet");
        add(new Emblem(), heading, explanation);
    }

    void setSubtitle(String sentence) {
        explanation.setText(sentence);
    }
}
