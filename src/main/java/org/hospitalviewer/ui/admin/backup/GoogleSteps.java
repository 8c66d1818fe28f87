package org.hospitalviewer.ui.admin.backup;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;

/** What to click at Google before the first connection. */
final class GoogleSteps extends Details {

    private static final String CONSOLE = "https://console.cloud.google.com/";

    GoogleSteps(boolean opened) {
        setSummaryText(getTranslation("admin.backup.google.steps"));
        setOpened(opened);
        addClassName("google-steps");
        ListItem first = new ListItem(new Anchor(CONSOLE, getTranslation("admin.backup.google.console"), AnchorTarget.BLANK));
        first.add(" " + getTranslation("admin.backup.google.step.project"));
        add(new OrderedList(first, step("admin.backup.google.step.enable"), step("admin.backup.google.step.consent"),
                step("admin.backup.google.step.publish"), step("admin.backup.google.step.client"),
                step("admin.backup.google.step.copy"), step("admin.backup.google.step.connect")));
    }

    private ListItem step(String key) {
        return new ListItem(getTranslation(key));
    }
}
