package org.hospitalviewer.ui.admin.backup;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.hospitalviewer.backup.Restores;
import org.hospitalviewer.ingest.folder.FolderImport;

/** A backup from another folder, such as one of another computer. */
final class FileDialog extends Dialog {

    FileDialog(Restores restores, FolderImport folders, Consumer<Path> chosen) {
        setHeaderTitle(getTranslation("admin.backup.other"));
        setWidth("min(36rem, 100%)");
        BackupChoice choice = new BackupChoice(restores::in, folders);
        add(new Paragraph(getTranslation("admin.backup.other.sentence")), choice);
        Button go = new Button(getTranslation("admin.backup.restore.continue"), _ -> choice.chosen().ifPresent(file -> {
            close();
            chosen.accept(file);
        }));
        go.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(getTranslation("admin.cancel"), _ -> close()), go);
    }
}
