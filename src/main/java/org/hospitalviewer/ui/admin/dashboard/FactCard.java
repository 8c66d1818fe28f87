package org.hospitalviewer.ui.admin.dashboard;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouterLink;
import java.util.LinkedHashMap;
import java.util.Map;

/** Facts under a title. */
class FactCard extends Section {

    private final DescriptionList list = new DescriptionList();
    private final Map<String, Span> values = new LinkedHashMap<>();

    /** @param title in the reader's language */
    FactCard(String title) {
        addClassNames("admin-card", "dashboard-card");
        add(new H2(title), list);
    }

    /** A link at the foot of the card. */
    void leadTo(Class<? extends Component> screen, String label) {
        add(new RouterLink(label, screen));
    }

    /** Adds a fact or exchanges its value. */
    void put(String label, String value) {
        put(label, value, "");
    }

    /** @param mood CSS class of the value: state-good, state-warning, state-bad or none */
    void put(String label, String value, String mood) {
        Span text = values.computeIfAbsent(label, _ -> {
            Span added = new Span();
            list.add(new DescriptionList.Term(label), new DescriptionList.Description(added));
            return added;
        });
        text.setText(value);
        text.setClassName(mood);
    }
}
