package org.hospitalviewer.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;

/** A calm page for what cannot be shown, with the way back. */
final class ProblemPanel {

    private ProblemPanel() {
    }

    static Component of(String title, String advice, String back) {
        DoorPanel panel = new DoorPanel(title, advice);
        panel.add(new Anchor("worklist", back));
        return panel;
    }
}
