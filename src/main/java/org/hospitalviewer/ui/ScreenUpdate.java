package org.hospitalviewer.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one way to change a screen from a thread that does not serve it. */
public final class ScreenUpdate {

    private static final Logger LOG = LoggerFactory.getLogger(ScreenUpdate.class);

    private ScreenUpdate() { }

    /**
     * Changes a screen soon, and sends the change to its browser at once. Vaadin alone would send it when the session's
     * lock is given back, to one screen after the other; a change that comes while it sends to a later screen of the same
     * person would wait there until the next click.
     *
     * @return false: the screen is closed, and nothing will happen
     */
    public static boolean of(UI screen, Runnable change) {
        try {
            screen.access(() -> {
                change.run();
                screen.push();
            });
            return true;
        } catch (UIDetachedException e) {
            LOG.debug("The screen was closed before its update", e);
            return false;
        }
    }
}
