package org.hospitalviewer.ui.worklist;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** What an attribute says now, and what it will say. */
public final class ChangedValue extends Div {

    /** @param label name of the attribute in the reader's language */
    public ChangedValue(String label, String before, String after) {
        addClassName("changed-value");
        Span name = new Span(label);
        name.addClassName("quiet");
        Span old = new Span(orNothing(before));
        old.getElement().setAttribute("role", "deletion");
        old.addClassName("value-before");
        Span arrow = new Span("\u2192");
        arrow.getElement().setAttribute("aria-hidden", "true");
        Span now = new Span(orNothing(after));
        now.addClassName("value-after");
        now.getElement().setAttribute("role", "insertion");
        add(name, new Div(old, arrow, now));
    }

    private static String orNothing(String value) {
        return value.isEmpty() ? "\u2013" : value;
    }
}
