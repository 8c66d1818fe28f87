package org.hospitalviewer.ui.admin.backup;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.hospitalviewer.backup.target.FolderTarget;
import org.hospitalviewer.backup.target.StoredBackup;
import org.hospitalviewer.ingest.folder.FolderImport;
import org.hospitalviewer.ui.Said;
import org.hospitalviewer.ui.admin.Readable;
import org.hospitalviewer.ui.admin.folderimport.FolderDialog;

/** A folder of this computer or a stick, and one of the backups in it. */
public final class BackupChoice extends Div {

    private final Lister lister;
    private final TextField folder = new TextField(getTranslation("admin.backup.choice.folder"));
    private final Select<StoredBackup> backup = new Select<>();

    /** The backups in a folder, the newest first. */
    public interface Lister {
        List<StoredBackup> in(Path folder) throws IOException;
    }

    /** @param folders to look around in; null where nobody is logged in who may */
    public BackupChoice(Lister lister, FolderImport folders) {
        this.lister = lister;
        addClassName("backup-choice");
        folder.setWidthFull();
        folder.setHelperText(getTranslation("admin.backup.choice.folder.help"));
        folder.setValueChangeMode(ValueChangeMode.ON_BLUR);
        folder.addValueChangeListener(_ -> list());
        backup.setLabel(getTranslation("admin.backup.choice.backup"));
        backup.setItemLabelGenerator(one -> one == null ? "" : Readable.moment(one.createdAt(), getLocale()) + ", "
                + Readable.bytes(one.bytes(), getLocale()));
        backup.setVisible(false);
        backup.setWidthFull();
        add(folder);
        if (folders != null) {
            add(new Button(getTranslation("admin.import.browse"), VaadinIcon.FOLDER_OPEN.create(),
                    _ -> new FolderDialog(folders, folder.getValue(), folder::setValue).open()));
        }
        add(backup);
    }

    /** Looks into a folder as if it were typed. */
    public void begin(Path likely) {
        folder.setValue(likely.toString());
    }

    private void list() {
        backup.setVisible(false);
        folder.setInvalid(false);
        if (folder.isEmpty()) {
            return;
        }
        try {
            List<StoredBackup> found = lister.in(Path.of(folder.getValue().strip()));
            if (found.isEmpty()) {
                refuse(getTranslation("admin.backup.choice.none"));
                return;
            }
            backup.setItems(found);
            backup.setValue(found.getFirst());
            backup.setVisible(true);
        } catch (IOException | InvalidPathException e) {
            refuse(Said.here(e.getMessage()));
        }
    }

    private void refuse(String sentence) {
        folder.setErrorMessage(sentence);
        folder.setInvalid(true);
    }

    /** The chosen file; empty, and said so at the field, when there is none. */
    public Optional<Path> chosen() {
        list(backup.getValue());
        if (!backup.isVisible() || backup.getValue() == null) {
            if (!folder.isInvalid()) {
                refuse(getTranslation("admin.backup.choice.first"));
            }
            return Optional.empty();
        }
        return Optional.of(Path.of(new FolderTarget(Path.of(folder.getValue().strip())).place()).resolve(backup.getValue().name()));
    }

    /** Enter is pressed before the field was left. */
    private void list(StoredBackup before) {
        if (before == null) {
            list();
        }
    }
}
