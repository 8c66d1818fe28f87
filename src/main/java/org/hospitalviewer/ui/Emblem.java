package org.hospitalviewer.ui;

import com.vaadin.flow.component.Svg;

/** The product's sign: a slice seen through a window. */
final class Emblem extends Svg {

    private static final String DRAWING = """
            <svg viewBox="0 0 32 32" width="32" height="32" aria-hidden="true" focusable="false">
              <rect x="1" y="1" width="30" height="30" rx="7" fill="var(--viewer-emblem-ground)"/>
              <ellipse cx="16" cy="16" rx="10" ry="7.6" fill="none" stroke="var(--viewer-emblem-line)" stroke-width="2"/>
              <circle cx="12.2" cy="15.4" r="2.6" fill="var(--viewer-emblem-line)" opacity=".55"/>
              <circle cx="19.8" cy="15.4" r="2.6" fill="var(--viewer-emblem-line)" opacity=".55"/>
              <circle cx="16" cy="20.2" r="1.5" fill="var(--viewer-emblem-line)"/>
            </svg>
            """;

    Emblem() {
        super(DRAWING);
        addClassName("emblem");
    }
}
