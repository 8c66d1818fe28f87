package org.hospitalviewer.ui.admin.folderimport;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.Locale;
import org.hospitalviewer.ingest.folder.FolderTest;
import org.hospitalviewer.ui.Said;
import org.hospitalviewer.ui.admin.Banner;
import org.hospitalviewer.ui.admin.Readable;

/** What the test of a folder found, in sentences. */
final class TestAnswer {

    private TestAnswer() {
    }

    static Banner of(Component screen, FolderTest test) {
        if (!test.problem().isEmpty()) {
            return new Banner(VaadinIcon.WARNING, Said.here(test.problem()), true);
        }
        Locale locale = UI.getCurrent().getLocale();
        String sentence = screen.getTranslation(
                test.complete() ? "admin.import.test.all" : "admin.import.test.more", test.files(),
                Readable.bytes(test.bytes(), locale));
        if (test.orthanc()) {
            sentence += " " + screen.getTranslation("admin.import.test.orthanc");
        }
        if (test.freeBytes() >= 0) {
            sentence += " " + screen.getTranslation("admin.import.test.free", Readable.bytes(test.freeBytes(), locale));
        }
        boolean tooLarge = test.freeBytes() >= 0 && test.bytes() > test.freeBytes();
        if (tooLarge) {
            sentence += " " + screen.getTranslation("admin.import.test.full");
        }
        return new Banner(tooLarge ? VaadinIcon.WARNING : VaadinIcon.CHECK, sentence, tooLarge);
    }
}
