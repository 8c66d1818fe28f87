package org.hospitalviewer.ui.admin.backup;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.hospitalviewer.backup.BackupConfiguration;
import org.hospitalviewer.backup.Backups;
import org.hospitalviewer.backup.InvalidBackupException;
import org.hospitalviewer.backup.drive.GoogleAccount;
import org.hospitalviewer.backup.file.Manifest.Content;
import org.hospitalviewer.ingest.folder.FolderImport;
import org.hospitalviewer.ui.Said;
import org.hospitalviewer.ui.admin.Readable;
import org.hospitalviewer.ui.admin.folderimport.FolderDialog;

/** Where to, what, when, and how long. */
final class BackupForm extends Section {

    private final Backups backups;
    private final Runnable saved;
    private final TextField folder = new TextField(getTranslation("admin.backup.folder"));
    private final Span answer = new Span();
    private final Checkbox drive = new Checkbox(getTranslation("admin.backup.drive.use"));
    private boolean driveUsed;
    private final Map<Content, Checkbox> contents = new EnumMap<>(Content.class);
    private final Div contentsProblem = new Div();
    private final BackupTimes times;
    private final IntegerField retention = new IntegerField(getTranslation("admin.backup.retention"));
    private final Span done = new Span();

    BackupForm(Backups backups, FolderImport folders, Runnable saved) {
        this.backups = backups;
        this.saved = saved;
        this.times = new BackupTimes(backups);
        addClassNames("admin-card", "backup-form");
        BackupConfiguration present = backups.configuration();
        folder.setValue(present.folder());
        folder.setHelperText(getTranslation("admin.backup.folder.help"));
        folder.setWidthFull();
        drive.setEnabled(false);
        retention.setValue(present.retentionDays());
        retention.setMin(1);
        retention.setMax(BackupConfiguration.MAX_RETENTION_DAYS);
        retention.setStepButtonsVisible(true);
        retention.setHelperText(getTranslation("admin.backup.retention.help"));
        retention.setI18n(new IntegerField.IntegerFieldI18n().setMinErrorMessage(getTranslation("admin.backup.problem.RETENTION"))
                .setMaxErrorMessage(getTranslation("admin.backup.problem.RETENTION"))
                .setBadInputErrorMessage(getTranslation("admin.backup.problem.RETENTION")));
        add(new H2(getTranslation("admin.backup.settings")), place(folders), answer, drive, ticks(present), times, retention,
                buttons());
    }

    /** Google Drive was connected, or is not any more. */
    void show(GoogleAccount.State google) {
        boolean used = backups.configuration().drive();
        if (drive.isEnabled() != google.isConnected() || driveUsed != used) {
            driveUsed = used;
            drive.setEnabled(google.isConnected());
            drive.setValue(used);
        }
        drive.setHelperText(google.isConnected() ? google.account() : getTranslation("admin.backup.drive.use.help"));
    }

    private Div ticks(BackupConfiguration present) {
        Div ticks = new Div(new H3(getTranslation("admin.backup.contents")));
        ticks.addClassName("backup-contents");
        for (Content content : backups.possible()) {
            Checkbox tick = new Checkbox(getTranslation("admin.backup.content." + content), present.contents().contains(content));
            if (content == Content.IMAGES) {
                tick.setHelperText(getTranslation("admin.backup.images.help", Readable.bytes(backups.imageBytes(), getLocale())));
            }
            contents.put(content, tick);
            ticks.add(tick);
        }
        contentsProblem.addClassName("state-bad");
        ticks.add(contentsProblem);
        return ticks;
    }

    private List<Content> chosen() {
        return contents.entrySet().stream().filter(tick -> tick.getValue().getValue()).map(Map.Entry::getKey).toList();
    }

    private Div place(FolderImport folders) {
        answer.getElement().setAttribute("role", "status");
        answer.addClassName("backup-answer");
        backups.lastTest().ifPresent(this::show);
        Button browse = new Button(getTranslation("admin.import.browse"), VaadinIcon.FOLDER_OPEN.create(),
                _ -> new FolderDialog(folders, folder.getValue(), folder::setValue).open());
        Button test = new Button(getTranslation("admin.backup.test"), _ -> tryOut());
        Div buttons = new Div(browse, test);
        buttons.addClassName("card-buttons");
        return new Div(folder, buttons);
    }

    private Div buttons() {
        Button save = new Button(getTranslation("admin.save"), _ -> save());
        save.addThemeVariants(ButtonVariant.PRIMARY);
        done.getElement().setAttribute("role", "status");
        done.addClassName("state-good");
        Div buttons = new Div(save, done);
        buttons.addClassName("card-buttons");
        Paragraph encrypted = new Paragraph(getTranslation("admin.backup.encrypted"));
        encrypted.addClassName("quiet");
        return new Div(encrypted, buttons);
    }

    private void tryOut() {
        clear();
        try {
            show(backups.test(folder.getValue()));
        } catch (InvalidBackupException e) {
            show(e.problem());
        }
    }

    private void show(Backups.TestResult result) {
        answer.setText(Said.here(result.sentence()));
        answer.setClassName("backup-answer");
        answer.addClassName(result.good() ? "state-good" : "state-bad");
    }

    private void clear() {
        folder.setInvalid(false);
        contentsProblem.setText("");
        done.setText("");
    }

    private void save() {
        clear();
        if (retention.isInvalid() || retention.isEmpty() || times.isIncomplete()) {
            return; // the fields say why
        }
        try {
            backups.configure(new BackupConfiguration(folder.getValue(), drive.getValue(),
                    backups.configuration().driveFolder(), chosen(), retention.getValue()));
        } catch (InvalidBackupException e) {
            show(e.problem());
            return;
        }
        backups.schedule(times.schedule(), times.isAutomatic());
        done.setText(getTranslation("admin.backup.saved"));
        saved.run();
    }

    private void show(BackupConfiguration.Problem problem) {
        String sentence = getTranslation("admin.backup.problem." + problem);
        switch (problem) {
            case NO_TARGET, FOLDER, HOME_FOLDER, DRIVE, DRIVE_FOLDER -> {
                answer.setText("");
                folder.setErrorMessage(sentence);
                folder.setInvalid(true);
                folder.focus();
            }
            case CONTENTS -> contentsProblem.setText(sentence);
            case RETENTION -> {
                retention.setErrorMessage(sentence);
                retention.setInvalid(true);
            }
        }
    }
}
