package org.hospitalviewer.ui.admin.backup;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.progressbar.ProgressBar;

/** Something goes on, and nobody knows how long it takes. */
public final class Waiting extends Div {

    public Waiting(String sentence) {
        Paragraph told = new Paragraph(sentence);
        told.getElement().setAttribute("role", "status");
        ProgressBar bar = new ProgressBar();
        bar.setIndeterminate(true);
        bar.getElement().setAttribute("aria-label", sentence);
        add(told, bar);
    }
}
