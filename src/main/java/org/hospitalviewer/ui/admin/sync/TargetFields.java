package org.hospitalviewer.ui.admin.sync;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.timepicker.TimePicker;
import java.util.stream.Stream;
import org.hospitalviewer.sync.SyncTarget;
import org.hospitalviewer.sync.TargetEntry;
import org.hospitalviewer.sync.TargetKind;
import org.hospitalviewer.sync.TargetProblem;

/** What is asked of a target; only what its kind needs is shown. */
final class TargetFields extends Div {

    private static final int FTP_PORT = 21;
    private static final int USUAL_CONNECTIONS = 2;
    private static final int MAX_CONNECTIONS = 8;

    private final RadioButtonGroup<TargetKind> kind = new RadioButtonGroup<>(getTranslation("admin.sync.kind"));
    private final TextField name = new TextField(getTranslation("admin.sync.name"));
    private final TextField host = new TextField(getTranslation("admin.sync.host"));
    private final IntegerField port = new IntegerField(getTranslation("admin.sync.port"));
    private final TextField username = new TextField(getTranslation("admin.sync.username"));
    private final PasswordField password = new PasswordField(getTranslation("admin.sync.password"));
    private final TextField folder = new TextField(getTranslation("admin.sync.folder"));
    private final TextField webAddress = new TextField(getTranslation("admin.sync.web"));
    private final TextField fingerprint = new TextField(getTranslation("admin.sync.fingerprint"));
    private final Checkbox plainFtp = new Checkbox(getTranslation("admin.sync.plain-ftp"));
    private final Checkbox encrypted = new Checkbox(getTranslation("admin.sync.encrypt"), true);
    private final TextField privateWords = new TextField(getTranslation("admin.sync.private", TargetEntry.PRIVATE_WORDS));
    private final Checkbox mayDelete = new Checkbox(getTranslation("admin.sync.delete"));
    private final Checkbox enabled = new Checkbox(getTranslation("admin.sync.enabled"), true);
    private final IntegerField connections = new IntegerField(getTranslation("admin.sync.connections"));
    private final IntegerField speed = new IntegerField(getTranslation("admin.sync.speed"));
    private final TimePicker from = new TimePicker(getTranslation("admin.sync.from"));
    private final TimePicker until = new TimePicker(getTranslation("admin.sync.until"));
    private final boolean wasPlainFtp;
    private final boolean wasOpen;

    /** @param before null for a new target */
    TargetFields(SyncTarget before, boolean hasPassword) {
        wasPlainFtp = before != null && before.kind() == TargetKind.FTP;
        wasOpen = before != null && before.kind().isServer() && !before.encrypted();
        kind.setItems(TargetKind.FTPS, TargetKind.FTP, TargetKind.FOLDER);
        kind.setItemLabelGenerator(one -> getTranslation("admin.sync.kind." + one));
        kind.setValue(TargetKind.FTPS);
        password.setAutocomplete(Autocomplete.NEW_PASSWORD);
        password.setRevealButtonVisible(false);
        password.setHelperText(getTranslation(hasPassword ? "admin.sync.password.kept" : "admin.sync.password.help"));
        port.setValue(FTP_PORT);
        connections.setValue(USUAL_CONNECTIONS);
        connections.setMin(1);
        connections.setMax(MAX_CONNECTIONS);
        connections.setStepButtonsVisible(true);
        speed.setHelperText(getTranslation("admin.sync.speed.help"));
        webAddress.setHelperText(getTranslation("admin.sync.web.help"));
        from.setClearButtonVisible(true);
        until.setClearButtonVisible(true);
        addClassName("admin-form");
        Div hours = new Div(from, until);
        hours.addClassName("sync-hours");
        Div rest = new Div(webAddress, connections, speed, hours, fingerprint);
        rest.addClassName("admin-form");
        add(kind, name, host, port, username, password, folder, plainFtp, encrypted, privateWords, mayDelete, enabled,
                new Details(getTranslation("admin.sync.more"), rest));
        if (before != null) {
            fill(before);
        }
        kind.addValueChangeListener(event -> {
            encrypted.setValue(event.getValue().isServer());
            showNeeded();
        });
        encrypted.addValueChangeListener(_ -> showNeeded());
        showNeeded();
    }

    private void fill(SyncTarget target) {
        kind.setValue(target.kind());
        name.setValue(target.name());
        host.setValue(target.host());
        port.setValue(target.port());
        username.setValue(target.username());
        folder.setValue(target.folder());
        webAddress.setValue(target.webAddress());
        fingerprint.setValue(target.fingerprint());
        encrypted.setValue(target.encrypted());
        mayDelete.setValue(target.mayDelete());
        enabled.setValue(target.enabled());
        connections.setValue(target.connections());
        speed.setValue(target.kilobytesPerSecond());
        from.setValue(target.hoursFrom());
        until.setValue(target.hoursUntil());
    }

    private void showNeeded() {
        boolean server = kind.getValue().isServer();
        Stream.<Component>of(host, port, username, password, webAddress, connections).forEach(field -> field.setVisible(server));
        fingerprint.setVisible(kind.getValue() == TargetKind.FTPS);
        plainFtp.setVisible(kind.getValue() == TargetKind.FTP && !wasPlainFtp);
        privateWords.setVisible(server && !encrypted.getValue() && !wasOpen);
        folder.setHelperText(getTranslation(server ? "admin.sync.folder.server" : "admin.sync.folder.here"));
    }

    void trust(String shown) {
        fingerprint.setValue(shown);
    }

    TargetEntry entry() {
        return new TargetEntry(name.getValue(), kind.getValue(), enabled.getValue(), host.getValue(), number(port),
                username.getValue(), password.isEmpty() ? null : password.getValue(), folder.getValue(),
                fingerprint.getValue(), webAddress.getValue(), encrypted.getValue(), mayDelete.getValue(),
                number(connections), speed.getValue(), from.getValue(), until.getValue(), plainFtp.getValue(),
                privateWords.getValue());
    }

    private static int number(IntegerField field) {
        return field.getValue() == null ? 0 : field.getValue();
    }

    void clearErrors() {
        getChildren().filter(HasValidation.class::isInstance).forEach(field -> ((HasValidation) field).setInvalid(false));
        Stream.<HasValidation>of(webAddress, connections, speed, from, until, fingerprint)
                .forEach(field -> field.setInvalid(false));
    }

    /** The field to which a problem belongs. */
    Component of(TargetProblem problem) {
        return switch (problem) {
            case NAME -> name;
            case HOST -> host;
            case PORT -> port;
            case USERNAME -> username;
            case PASSWORD -> password;
            case FOLDER, HOME_FOLDER -> folder;
            case FINGERPRINT -> fingerprint;
            case WEB_ADDRESS -> webAddress;
            case CONNECTIONS -> connections;
            case SPEED -> speed;
            case HOURS -> until;
            case PLAIN_FTP -> plainFtp;
            case PRIVATE_FOLDER -> privateWords;
        };
    }
}
