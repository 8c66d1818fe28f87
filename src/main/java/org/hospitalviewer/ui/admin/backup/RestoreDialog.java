package org.hospitalviewer.ui.admin.backup;

import com.vaadin.flow.component.dialog.Dialog;
import java.nio.file.Path;
import org.hospitalviewer.backup.Restores;
import org.hospitalviewer.backup.file.UnusableBackupException;

/** Restores a backup in the place of what is there. */
final class RestoreDialog extends Dialog {

    private final RestoreSteps steps;

    RestoreDialog(Restores restores) {
        setHeaderTitle(getTranslation("admin.backup.restore.title"));
        setWidth("min(36rem, 100%)");
        setCloseOnOutsideClick(false);
        setCloseOnEsc(false);
        steps = new RestoreSteps(new RestoreSteps.Doors() {
            @Override
            public Restores.Preview preview(Path file, String key) throws UnusableBackupException {
                return restores.preview(file, key);
            }

            @Override
            public void restore(Path file, String key, boolean onlyDatabase, boolean images) throws UnusableBackupException {
                restores.restore(file, key, onlyDatabase, images);
            }

            @Override
            public boolean maySpareConfiguration() {
                return true;
            }
        }, this::close);
        add(steps);
    }

    void open(Path file) {
        open();
        steps.begin(file, "");
    }
}
