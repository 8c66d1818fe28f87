package org.hospitalviewer.ui.admin.folderimport;

import com.vaadin.flow.component.html.DescriptionList;

/** Figures, each with its name. */
final class Facts extends DescriptionList {

    Facts() {
        addClassName("import-facts");
    }

    void put(String name, String value) {
        add(new Term(name), new Description(value));
    }

    void putIfAny(String name, long value, String text) {
        if (value > 0) {
            put(name, text);
        }
    }
}
