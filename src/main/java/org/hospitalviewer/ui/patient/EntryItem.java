package org.hospitalviewer.ui.patient;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;

/** One thing of a patient: when, what it is, what it says, what can be done with it. */
abstract class EntryItem extends ListItem {

    private final Div title = new Div();
    private final Div body = new Div();
    private final Div buttons = new Div();

    /** @param when in words, empty where nobody knows */
    EntryItem(VaadinIcon icon, String what, String when) {
        H2 heading = new H2(what.isBlank() ? getTranslation("patient.untitled") : what);
        heading.getElement().setAttribute("dir", "auto");
        title.addClassName("entry-title");
        title.add(heading);
        buttons.addClassName("card-buttons");
        body.addClassName("entry-body");
        body.add(title);
        Span moment = Words.quiet(when.isEmpty() ? getTranslation("patient.undated") : when);
        moment.addClassName("entry-when");
        Div sign = new Div(icon.create());
        sign.addClassName("entry-sign");
        add(sign, moment, body);
    }

    /** A short word beside the title. */
    void badge(String text, String... moods) {
        Span badge = new Span(text);
        badge.addClassName("state");
        badge.addClassNames(moods);
        title.add(badge);
    }

    void say(Component component) {
        body.add(component);
    }

    void quiet(String text) {
        Div line = new Div(text);
        line.addClassName("quiet");
        body.add(line);
    }

    /** A page of its own, such as the images. */
    void link(String address, String text, boolean inNewTab) {
        Anchor link = new Anchor(address, text);
        link.setRouterIgnore(true);
        link.addClassName("button-link");
        if (inNewTab) {
            link.setTarget(AnchorTarget.BLANK);
        }
        offer(link);
    }

    void button(String text, Runnable action) {
        Button button = new Button(text, _ -> action.run());
        button.addThemeVariants(ButtonVariant.TERTIARY);
        offer(button);
    }

    private void offer(Component action) {
        buttons.add(action);
        if (buttons.getParent().isEmpty()) {
            add(buttons);
        }
    }
}
