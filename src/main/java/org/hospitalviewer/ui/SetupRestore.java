package org.hospitalviewer.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.hospitalviewer.backup.Restores;
import org.hospitalviewer.backup.file.UnusableBackupException;
import org.hospitalviewer.backup.target.StoredBackup;
import org.hospitalviewer.ui.admin.backup.BackupChoice;
import org.hospitalviewer.ui.admin.backup.RestoreSteps;

/** A backup instead of a first administrator: where it is, its key, and what is in it. */
final class SetupRestore extends Div implements RestoreSteps.Doors {

    private final Restores restores;
    private final BooleanSupplier admitted;
    private final Runnable back;
    private final BackupChoice choice;
    private final TextField key = new TextField(getTranslation("admin.backup.restore.key"));
    private final Div entry = new Div();

    /**
     * @param admitted whether the visitor may make the first administrator, asked again at each step
     * @param back     leads to the first administrator
     */
    SetupRestore(Restores restores, BooleanSupplier admitted, Runnable back) {
        this.restores = restores;
        this.admitted = admitted;
        this.back = back;
        this.choice = new BackupChoice(this::in, null);
        restores.likelyFolder().ifPresent(choice::begin);
        key.setPlaceholder("XXXX-XXXX-XXXX-XXXX-XXXX-XXXX-XXXX-XXXX");
        key.setHelperText(getTranslation("admin.backup.restore.key.help"));
        key.setRequiredIndicatorVisible(true);
        Button go = new Button(getTranslation("admin.backup.restore.continue"), _ -> look());
        go.addThemeVariants(ButtonVariant.PRIMARY);
        entry.addClassName("door-form");
        entry.add(choice, key, go, new Button(getTranslation("setup.restore.back"), _ -> back.run()));
        add(entry);
    }

    private List<StoredBackup> in(Path folder) throws IOException {
        requireAdmitted();
        return restores.inAtFirstStart(folder);
    }

    private void requireAdmitted() throws UnusableBackupException {
        if (!admitted.getAsBoolean()) {
            throw new UnusableBackupException(UnusableBackupException.Reason.MISSING, getTranslation("setup.refused"));
        }
    }

    private void look() {
        key.setInvalid(key.isEmpty());
        key.setErrorMessage(getTranslation("setup.restore.key.missing"));
        choice.chosen().filter(_ -> !key.isEmpty()).ifPresent(file -> {
            RestoreSteps steps = new RestoreSteps(this, () -> {
                removeAll();
                add(entry);
            });
            removeAll();
            add(steps);
            steps.begin(file, key.getValue());
        });
    }

    @Override
    public Restores.Preview preview(Path file, String typed) throws UnusableBackupException {
        requireAdmitted();
        return restores.previewAtFirstStart(file, typed);
    }

    /** On a thread without a request; the preview asked before. */
    @Override
    public void restore(Path file, String typed, boolean onlyDatabase, boolean images) throws UnusableBackupException {
        restores.restoreAtFirstStart(file, typed, images);
    }

    @Override
    public boolean maySpareConfiguration() {
        return false;
    }
}
