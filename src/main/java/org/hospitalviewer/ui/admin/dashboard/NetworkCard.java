package org.hospitalviewer.ui.admin.dashboard;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import java.time.Duration;
import java.time.Instant;
import org.hospitalviewer.Application;
import org.hospitalviewer.appliance.NetworkService;
import org.hospitalviewer.appliance.ViewerSettings;
import org.hospitalviewer.appliance.tls.ServerCertificate;
import org.hospitalviewer.ui.admin.Readable;
import org.hospitalviewer.ui.admin.settings.SettingsView;

/** How people and devices reach the appliance, and which version it is. */
final class NetworkCard extends FactCard {

    private static final Duration ENDS_SOON = Duration.ofDays(30);

    private final NetworkState state;

    NetworkCard(NetworkState state) {
        super(UI.getCurrent().getTranslation("admin.dashboard.network"));
        this.state = state;
        Button changes = new Button(getTranslation("admin.dashboard.changes"), _ -> new ChangeLog().open());
        changes.addThemeVariants(ButtonVariant.TERTIARY);
        add(changes);
        leadTo(SettingsView.class, getTranslation("admin.dashboard.settings.open"));
    }

    ViewerSettings settings() {
        return state.atStart();
    }

    boolean isOpenWithoutEncryption() {
        return settings().isOpenToNetwork() && !settings().https();
    }

    boolean isRestartNeeded() {
        return state.settings().isRestartNeeded();
    }

    void draw() {
        put(getTranslation("admin.dashboard.web"), getTranslation(settings().isOpenToNetwork()
                ? "admin.dashboard.web.network" : "admin.dashboard.web.local"));
        put(getTranslation("admin.dashboard.https"), getTranslation(settings().https() ? "admin.dashboard.https.on"
                : "admin.dashboard.https.off"), isOpenWithoutEncryption() ? "state-warning" : "");
        state.shownCertificate().ifPresent(this::drawCertificate);
        for (NetworkService service : state.services()) {
            put(getTranslation("admin.dashboard.dicom"), service.isListening() ? state.settings().current().aeTitle()
                    + ", " + service.port() : getTranslation("admin.dashboard.dicom.off"),
                    service.isListening() ? "" : "state-bad");
        }
        String version = Application.class.getPackage().getImplementationVersion();
        put(getTranslation("admin.dashboard.version"), version == null ? "–" : version);
    }

    private void drawCertificate(ServerCertificate certificate) {
        boolean endsSoon = certificate.end().isBefore(Instant.now().plus(ENDS_SOON));
        put(getTranslation("admin.dashboard.certificate"), Readable.moment(certificate.end(),
                UI.getCurrent().getLocale()), endsSoon ? "state-warning" : "");
    }
}
