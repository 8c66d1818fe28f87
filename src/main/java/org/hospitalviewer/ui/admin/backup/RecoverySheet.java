package org.hospitalviewer.ui.admin.backup;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.Optional;
import org.hospitalviewer.backup.RecoveryKeys;
import org.hospitalviewer.backup.drive.GoogleClient;
import org.hospitalviewer.backup.file.RecoveryKey;

/** The recovery key for paper. It is shown until somebody says to have it there. */
final class RecoverySheet extends Dialog {

    /** @param google the client that alone sees the backups in Google Drive; empty while none are there */
    RecoverySheet(RecoveryKey key, Optional<GoogleClient> google, RecoveryKeys keys, Runnable noted) {
        setHeaderTitle(getTranslation("admin.backup.key.title"));
        addClassName("recovery-sheet");
        setWidth("min(34rem, 100%)");
        setCloseOnOutsideClick(false);
        Div shown = new Div(key.text());
        shown.addClassName("given-secret");
        Paragraph number = new Paragraph(getTranslation("admin.backup.key.number", key.id()));
        number.addClassName("quiet");
        Button print = new Button(getTranslation("admin.backup.key.print"), VaadinIcon.PRINT.create(), _ -> print(key, google));
        Checkbox onPaper = new Checkbox(getTranslation("admin.backup.key.noted"));
        add(new Paragraph(getTranslation("admin.backup.key.sentence")), shown, number);
        google.ifPresent(client -> add(new Paragraph(getTranslation("admin.backup.key.google")), given(client.id()),
                given(client.secret())));
        add(print, new Paragraph(getTranslation("admin.backup.key.use")), onPaper);
        Button done = new Button(getTranslation("admin.backup.key.done"), _ -> {
            keys.noted();
            close();
            noted.run();
        });
        done.addThemeVariants(ButtonVariant.PRIMARY);
        done.setEnabled(false);
        onPaper.addValueChangeListener(event -> done.setEnabled(event.getValue()));
        getFooter().add(new Button(getTranslation("admin.backup.key.later"), _ -> close()), done);
    }

    /** A page of its own for the printer, made of texts only. */
    private void print(RecoveryKey key, Optional<GoogleClient> google) {
        getElement().executeJs("""
                const sheet = document.createElement('section');
                sheet.className = 'print-sheet';
                const google = $5 ? [['p', $5], ['pre', $6]] : [];
                for (const [kind, text] of [['h1', $0], ['p', $1], ['pre', $2], ['p', $3], ...google, ['p', $4]]) {
                  const line = document.createElement(kind);
                  line.textContent = text;
                  sheet.append(line);
                }
                document.body.append(sheet);
                document.body.classList.add('prints-sheet');
                const tidy = () => { sheet.remove(); document.body.classList.remove('prints-sheet'); };
                window.addEventListener('afterprint', tidy, {once: true});
                window.print();
                """, getTranslation("admin.backup.key.title"), getTranslation("admin.backup.key.sentence"), key.text(),
                getTranslation("admin.backup.key.number", key.id()), getTranslation("admin.backup.key.use"),
                google.isPresent() ? getTranslation("admin.backup.key.google") : "",
                google.map(client -> client.id() + "\n" + client.secret()).orElse(""));
    }

    private static Div given(String text) {
        Div given = new Div(text);
        given.addClassNames("given-secret", "given-client");
        return given;
    }
}
