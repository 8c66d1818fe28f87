package org.hospitalviewer.ui;

import com.vaadin.flow.component.Svg;

/** The product's sign: a stack of slices. */
final class Emblem extends Svg {

    private static final String DRAWING = """
            <svg viewBox="0 0 32 32" width="32" height="32" aria-hidden="true" focusable="false">
              <rect width="32" height="32" rx="7" fill="var(--viewer-emblem-ground)"/>
              <g fill="none" stroke="var(--viewer-emblem-line)" stroke-width="1.8" stroke-linejoin="round">
                <path d="M16 6.5 26 11.5 16 16.5 6 11.5Z" fill="var(--viewer-emblem-line)"/>
                <path d="M6 16 16 21 26 16" opacity=".8"/>
                <path d="M6 20.5 16 25.5 26 20.5" opacity=".5"/>
              </g>
            </svg>
            """;

    Emblem() {
        super(DRAWING);
        addClassName("emblem");
    }
}
