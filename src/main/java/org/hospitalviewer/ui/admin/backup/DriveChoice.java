package org.hospitalviewer.ui.admin.backup;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.server.VaadinServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.hospitalviewer.backup.DriveRestores;
import org.hospitalviewer.backup.InvalidGoogleClientException;
import org.hospitalviewer.backup.drive.ConsentRefusedException;
import org.hospitalviewer.backup.drive.Consents;
import org.hospitalviewer.backup.drive.DriveCredentials;
import org.hospitalviewer.backup.drive.GoogleClient;
import org.hospitalviewer.backup.target.FolderTarget;
import org.hospitalviewer.backup.target.StoredBackup;
import org.hospitalviewer.ui.Said;
import org.hospitalviewer.ui.admin.Readable;

/** A Google Drive, opened with what is on the printed sheet, and one of the backups in it. */
public final class DriveChoice extends Div {

    private final DriveRestores restores;
    private final TextField clientId = new TextField(getTranslation("admin.backup.google.id"));
    private final PasswordField secret = new PasswordField(getTranslation("admin.backup.google.secret"));
    private final TextField folder = new TextField(getTranslation("admin.backup.google.folder"), FolderTarget.FOLDER, "");
    private final ConsentStep consent = new ConsentStep(this::finish);
    private final Select<StoredBackup> backup = new Select<>();
    private DriveCredentials credentials;

    /** What was chosen. */
    public record Chosen(DriveCredentials credentials, String folder, String name) {
    }

    public DriveChoice(DriveRestores restores) {
        this.restores = restores;
        addClassName("backup-choice");
        clientId.setHelperText(getTranslation("admin.backup.choice.google"));
        folder.addValueChangeListener(_ -> list());
        backup.setLabel(getTranslation("admin.backup.choice.backup"));
        backup.setItemLabelGenerator(one -> one == null ? "" : Readable.moment(one.createdAt(), getLocale()) + ", "
                + Readable.bytes(one.bytes(), getLocale()));
        backup.setVisible(false);
        clientId.setWidthFull();
        secret.setWidthFull();
        folder.setWidthFull();
        backup.setWidthFull();
        add(clientId, secret, folder, new Button(getTranslation("admin.backup.google.connect"), _ -> connect()), consent, backup);
    }

    private void connect() {
        clientId.setInvalid(false);
        secret.setInvalid(false);
        try {
            GoogleClient client = new GoogleClient(clientId.getValue().strip(), secret.getValue().strip());
            consent.open(restores.begin(client, ConsentStep.visitor(), VaadinServletRequest.getCurrent().getServerName()),
                    getTranslation("admin.backup.choice.google.opened"));
        } catch (InvalidGoogleClientException e) {
            String text = getTranslation("admin.backup.google.problem." + e.problem());
            boolean ofId = e.problem() == GoogleClient.Problem.ID;
            clientId.setErrorMessage(text);
            clientId.setInvalid(ofId);
            secret.setErrorMessage(text);
            secret.setInvalid(!ofId);
        }
    }

    private void finish(String visitor, Consents.Answer answer) throws ConsentRefusedException {
        credentials = restores.finish(visitor, answer);
        consent.setVisible(false);
        list();
    }

    private void list() {
        folder.setInvalid(false);
        backup.setVisible(false);
        if (credentials == null) {
            return;
        }
        try {
            List<StoredBackup> found = restores.list(credentials, folder.getValue().strip());
            if (found.isEmpty()) {
                refuse(getTranslation("admin.backup.choice.none"));
                return;
            }
            backup.setItems(found);
            backup.setValue(found.getFirst());
            backup.setVisible(true);
        } catch (IOException e) {
            refuse(Said.here(e.getMessage()));
        }
    }

    private void refuse(String sentence) {
        folder.setErrorMessage(sentence);
        folder.setInvalid(true);
    }

    /** Empty, and said so at the field, when there is none. */
    public Optional<Chosen> chosen() {
        if (!backup.isVisible() || backup.getValue() == null) {
            if (!folder.isInvalid()) {
                refuse(getTranslation("admin.backup.choice.google.first"));
            }
            return Optional.empty();
        }
        return Optional.of(new Chosen(credentials, folder.getValue().strip(), backup.getValue().name()));
    }
}
