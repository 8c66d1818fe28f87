package org.hospitalviewer.ui.admin;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;

/** A sentence that the administrator should not miss. */
public final class Banner extends Div {

    /** @param warning whether something is wrong, or there is only something to know */
    public Banner(VaadinIcon icon, String sentence, boolean warning) {
        super(icon.create(), new Span(sentence));
        addClassNames("banner", warning ? "banner-warning" : "banner-note");
        getElement().setAttribute("role", "status");
    }
}
