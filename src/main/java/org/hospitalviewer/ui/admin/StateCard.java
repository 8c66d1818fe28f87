package org.hospitalviewer.ui.admin;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import java.util.Locale;

/** How something that runs by itself is doing, what goes on now, when it was and will be, and a button to start it. */
public abstract class StateCard extends Section {

    private final Span badge = new Span();
    private final Paragraph now = new Paragraph();
    private final ProgressBar bar = new ProgressBar();
    private final Button start;

    /**
     * An empty card.
     *
     * @param heading key of its text
     * @param subject key of what goes on while the bar moves, for those who do not see it
     * @param action  key of the button's text
     */
    protected StateCard(String heading, String subject, String action, Component... sentences) {
        addClassName("admin-card");
        start = new Button(getTranslation(action), _ -> start());
        start.addThemeVariants(ButtonVariant.PRIMARY);
        bar.setIndeterminate(true);
        bar.getElement().setAttribute("aria-label", getTranslation(subject));
        now.addClassName("job-now");
        now.getElement().setAttribute("role", "status");
        Div buttons = new Div(start);
        buttons.addClassName("card-buttons");
        add(new H2(getTranslation(heading)), now, bar);
        add(sentences);
        add(buttons);
    }

    /** The button was pressed. */
    protected abstract void start();

    /** @param startable whether there is something to start, once it does not run */
    protected final void showRunning(boolean running, boolean startable) {
        bar.setVisible(running);
        start.setEnabled(!running && startable);
    }

    /**
     * How it is doing.
     *
     * @param mood     class of the badge, such as {@code state-good}
     * @param key      of the badge's text
     * @param sentence beside it
     */
    protected final void showState(String mood, String key, String sentence) {
        badge.setClassName("state");
        badge.addClassName(mood);
        badge.setText(getTranslation(key));
        now.removeAll();
        now.add(badge, new Span(sentence));
    }

    protected static Locale locale() {
        return UI.getCurrent().getLocale();
    }
}
