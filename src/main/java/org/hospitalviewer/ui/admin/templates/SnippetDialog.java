package org.hospitalviewer.ui.admin.templates;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Optional;
import org.hospitalviewer.clinical.template.Snippet;
import org.hospitalviewer.clinical.template.Snippets;
import org.hospitalviewer.ui.KeptDialog;

/** A short word, and what it expands to. */
final class SnippetDialog extends KeptDialog {

    private final Snippets snippets;
    private final Snippet known;
    private final TextField shortcut = new TextField(getTranslation("admin.snippet.shortcut"));
    private final TextArea text = new TextArea(getTranslation("admin.snippet.text"));
    private final Checkbox shared = new Checkbox(getTranslation("admin.snippet.shared"), true);

    /** @param known null for a new one */
    SnippetDialog(Snippet known, Snippets snippets, Runnable done) {
        super("");
        this.known = known;
        this.snippets = snippets;
        setHeaderTitle(getTranslation(known == null ? "admin.snippets.add" : "admin.snippets.edit.title"));
        shortcut.setHelperText(getTranslation("admin.snippet.shortcut.help"));
        shortcut.setWidthFull();
        shortcut.focus();
        text.setWidthFull();
        text.setMaxHeight("40vh");
        form().add(shortcut, text);
        if (known == null) {
            form().add(shared);
        } else {
            shortcut.setValue(known.shortcut());
            text.setValue(known.text());
        }
        getFooter().add(cancel(), onceOnly(getTranslation("admin.save"),
                () -> keep(this::kept, () -> tell(getTranslation("admin.snippet.gone")), done)));
    }

    private Optional<Snippet> kept() {
        String word = shortcut.getValue().strip();
        return known == null ? Optional.of(snippets.add(new Snippet(0, word, text.getValue(), shared.getValue())))
                : snippets.change(known.id(), new Snippet(known.id(), word, text.getValue(), known.shared()));
    }
}
