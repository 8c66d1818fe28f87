package org.hospitalviewer.ui.admin.dashboard;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.markdown.Markdown;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** What each version changed for those who use it, from the file that also lies beside the program. */
final class ChangeLog extends Dialog {

    private static final String FILE = "/CHANGELOG.md";
    private static final String VERSION = "\n## ";

    ChangeLog() {
        setWidth("40rem");
        setHeaderTitle(UI.getCurrent().getTranslation("admin.dashboard.changes"));
        add(new Markdown(versions()));
        getFooter().add(new Button(getTranslation("admin.close"), _ -> close()));
    }

    /** Without what the file says of itself. */
    private static String versions() {
        try (InputStream file = ChangeLog.class.getResourceAsStream(FILE)) {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8).replace("\r", "");
            return text.substring(text.indexOf(VERSION) + 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
