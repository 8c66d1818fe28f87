package org.hospitalviewer.ui;

import com.vaadin.flow.component.UI;
import org.hospitalviewer.language.Sentences;

/** What services say, for the screen that shows it. */
public final class Said {

    private Said() {
    }

    /** In the language of the screen, as far as it is the program's own sentence. */
    public static String here(String english) {
        return Sentences.in(UI.getCurrent().getLocale(), english);
    }
}
