package org.hospitalviewer.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.server.VaadinServletRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.hospitalviewer.backup.DriveRestores;
import org.hospitalviewer.backup.Restores;
import org.hospitalviewer.backup.file.UnusableBackupException;
import org.hospitalviewer.backup.target.Fetched;
import org.hospitalviewer.backup.target.StoredBackup;
import org.hospitalviewer.ui.admin.Banner;
import org.hospitalviewer.ui.admin.backup.BackupChoice;
import org.hospitalviewer.ui.admin.backup.DriveChoice;
import org.hospitalviewer.ui.admin.backup.RestoreSteps;
import org.hospitalviewer.ui.admin.backup.Waiting;

/** A backup instead of a first administrator: where it is, its key, and what is in it. */
final class SetupRestore extends Div implements RestoreSteps.Doors {

    private final Restores restores;
    private final BooleanSupplier admitted;
    private final Runnable back;
    private final BackupChoice choice;
    private final DriveRestores drive;
    private final DriveChoice driveChoice;
    private final RadioButtonGroup<Boolean> where = new RadioButtonGroup<>(getTranslation("setup.restore.where"));
    private final TextField key = new TextField(getTranslation("admin.backup.restore.key"));
    private final Div entry = new Div();

    /**
     * @param admitted whether the visitor may make the first administrator, asked again at each step
     * @param back     leads to the first administrator
     */
    SetupRestore(Restores restores, DriveRestores drive, BooleanSupplier admitted, Runnable back) {
        this.restores = restores;
        this.admitted = admitted;
        this.back = back;
        this.choice = new BackupChoice(this::in, null);
        this.drive = drive;
        this.driveChoice = new DriveChoice(drive);
        restores.likelyFolder().ifPresent(choice::begin);
        key.setPlaceholder("XXXX-XXXX-XXXX-XXXX-XXXX-XXXX-XXXX-XXXX");
        key.setHelperText(getTranslation("admin.backup.restore.key.help"));
        key.setRequiredIndicatorVisible(true);
        Button go = new Button(getTranslation("admin.backup.restore.continue"), _ -> look());
        go.addThemeVariants(ButtonVariant.PRIMARY);
        entry.addClassName("door-form");
        offerPlaces();
        entry.add(where, choice, driveChoice, key, go, new Button(getTranslation("setup.restore.back"), _ -> back.run()));
        add(entry);
    }

    private void offerPlaces() {
        where.setItems(false, true);
        where.setItemLabelGenerator(inDrive -> getTranslation(inDrive ? "admin.backup.google" : "setup.restore.where.folder"));
        where.addValueChangeListener(_ -> {
            choice.setVisible(!where.getValue());
            driveChoice.setVisible(where.getValue());
        });
        where.setValue(false);
        driveChoice.setVisible(false);
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
        if (where.getValue()) {
            driveChoice.chosen().filter(_ -> !key.isEmpty()).ifPresent(this::fetch);
        } else {
            choice.chosen().filter(_ -> !key.isEmpty()).ifPresent(file -> begin(Fetched.itself(file)));
        }
    }

    private void begin(Fetched backup) {
        RestoreSteps steps = new RestoreSteps(this, () -> {
            backup.close();
            showEntry();
        });
        removeAll();
        add(steps);
        steps.begin(backup.file(), key.getValue());
    }

    private void showEntry() {
        removeAll();
        add(entry);
    }

    private void fetch(DriveChoice.Chosen chosen) {
        if (!admitted.getAsBoolean()) {
            return;
        }
        removeAll();
        add(new Waiting(getTranslation("admin.backup.restore.fetching")));
        UI ui = UI.getCurrent();
        Thread.startVirtualThread(() -> {
            Runnable outcome = fetched(chosen);
            // A backup that comes when the screen is closed is removed by the next start.
            ScreenUpdate.of(ui, outcome);
        });
    }

    private Runnable fetched(DriveChoice.Chosen chosen) {
        try {
            Fetched backup = drive.fetch(chosen.credentials(), chosen.folder(), chosen.name());
            return () -> begin(backup);
        } catch (IOException e) {
            return () -> {
                showEntry();
                entry.addComponentAsFirst(new Banner(VaadinIcon.WARNING, Said.here(e.getMessage()), true));
            };
        }
    }

    /** After a fetch there is no request; the click on Continue was asked. */
    @Override
    public Restores.Preview preview(Path file, String typed) throws UnusableBackupException {
        if (VaadinServletRequest.getCurrent() != null) {
            requireAdmitted();
        }
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
