package org.hospitalviewer.ui.admin.backup;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.server.VaadinServletRequest;
import org.hospitalviewer.backup.Backups;
import org.hospitalviewer.backup.DriveSetup;
import org.hospitalviewer.backup.InvalidBackupException;
import org.hospitalviewer.backup.InvalidGoogleClientException;
import org.hospitalviewer.backup.drive.GoogleAccount;
import org.hospitalviewer.ui.Said;
import org.hospitalviewer.ui.admin.Readable;

/** The connection with Google Drive: what to click at Google, the client, and whether it is connected. */
final class GoogleCard extends Section {

    private final DriveSetup setup;
    private final Backups backups;
    private final Span badge = new Span();
    private final Span sentence = new Span();
    private final TextField clientId = new TextField(getTranslation("admin.backup.google.id"));
    private final PasswordField secret = new PasswordField(getTranslation("admin.backup.google.secret"));
    private final TextField folder = new TextField(getTranslation("admin.backup.google.folder"));
    private final Span answer = new Span();
    private final ConsentStep consent;
    private final Button connect = new Button(getTranslation("admin.backup.google.connect"), _ -> connect());
    private final Button test = new Button(getTranslation("admin.backup.test"), _ -> tryOut());
    private final Button disconnect = new Button(getTranslation("admin.backup.google.disconnect"), _ -> disconnect());

    GoogleCard(DriveSetup setup, Backups backups) {
        this.setup = setup;
        this.backups = backups;
        this.consent = new ConsentStep(setup::finish);
        addClassNames("admin-card", "google-card");
        badge.addClassName("state");
        Div state = new Div(badge, sentence);
        state.addClassName("google-state");
        GoogleAccount.State present = setup.state();
        fill(present);
        answer.getElement().setAttribute("role", "status");
        Div buttons = new Div(connect, test, disconnect);
        buttons.addClassName("card-buttons");
        add(new H2(getTranslation("admin.backup.google")), state, new GoogleSteps(present.clientId().isEmpty()), clientId, secret,
                folder, buttons, consent, answer);
    }

    private void fill(GoogleAccount.State present) {
        clientId.setValue(present.clientId());
        clientId.setHelperText(getTranslation("admin.backup.google.id.help"));
        clientId.setWidthFull();
        secret.setWidthFull();
        folder.setValue(backups.configuration().driveFolder());
        folder.setHelperText(getTranslation("admin.backup.google.folder.help"));
        folder.setWidthFull();
    }

    /** Draws what is known now; what somebody types stays. */
    void show(GoogleAccount.State now) {
        boolean good = now.isConnected() && !now.isWithdrawn();
        badge.setText(getTranslation(good ? "admin.backup.google.connected" : now.isWithdrawn() ? "admin.backup.google.again"
                : "admin.backup.google.not"));
        badge.setClassName("state");
        badge.addClassName(good ? "state-good" : now.isWithdrawn() ? "state-bad" : "state-none");
        sentence.setText(!now.isConnected() ? getTranslation("admin.backup.google.not.sentence")
                : getTranslation(good ? "admin.backup.google.connected.sentence" : "admin.backup.google.again.sentence",
                now.account(), Readable.moment(now.connectedAt(), getLocale())));
        secret.setPlaceholder(setup.hasSecret() ? getTranslation("admin.backup.google.secret.kept") : "");
        connect.removeThemeVariants(ButtonVariant.PRIMARY);
        if (good) {
            consent.setVisible(false);
        } else {
            connect.addThemeVariants(ButtonVariant.PRIMARY);
        }
        connect.setText(getTranslation(now.isConnected() ? "admin.backup.google.reconnect" : "admin.backup.google.connect"));
        test.setVisible(now.isConnected());
        disconnect.setVisible(now.isConnected());
        if (!setup.refusal().isEmpty()) {
            say(setup.refusal(), false);
        }
    }

    private void say(String text, boolean good) {
        answer.setText(text);
        answer.setClassName("backup-answer");
        answer.addClassName(good ? "state-good" : "state-bad");
    }

    private boolean keep() {
        clientId.setInvalid(false);
        secret.setInvalid(false);
        folder.setInvalid(false);
        answer.setText("");
        try {
            setup.keepFolder(folder.getValue());
            setup.keepClient(clientId.getValue(), secret.getValue());
            secret.clear();
            return true;
        } catch (InvalidGoogleClientException e) {
            refuse(e);
        } catch (InvalidBackupException e) {
            folder.setErrorMessage(getTranslation("admin.backup.problem." + e.problem()));
            folder.setInvalid(true);
        }
        return false;
    }

    private void refuse(InvalidGoogleClientException wrong) {
        String text = getTranslation("admin.backup.google.problem." + wrong.problem());
        switch (wrong.problem()) {
            case ID -> {
                clientId.setErrorMessage(text);
                clientId.setInvalid(true);
                clientId.focus();
            }
            case SECRET -> {
                secret.setErrorMessage(text);
                secret.setInvalid(true);
                secret.focus();
            }
        }
    }

    private void connect() {
        if (keep()) {
            consent.open(setup.begin(ConsentStep.visitor(), VaadinServletRequest.getCurrent().getServerName()),
                    getTranslation("admin.backup.google.opened"));
        }
    }

    private void tryOut() {
        if (keep()) {
            Backups.TestResult result = backups.testDrive(folder.getValue());
            say(Said.here(result.sentence()), result.good());
        }
    }

    private void disconnect() {
        boolean atGoogle = setup.disconnect();
        say(getTranslation(atGoogle ? "admin.backup.google.disconnected" : "admin.backup.google.forgotten"), true);
    }
}
