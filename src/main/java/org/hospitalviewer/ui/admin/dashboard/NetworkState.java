package org.hospitalviewer.ui.admin.dashboard;

import java.util.Optional;
import org.hospitalviewer.appliance.NetworkService;
import org.hospitalviewer.appliance.ViewerSettings;
import org.hospitalviewer.appliance.settings.Settings;
import org.hospitalviewer.appliance.tls.ServerCertificate;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * How the appliance is reachable now.
 *
 * @param atStart     what counts until the next start
 * @param settings    newest values
 * @param certificate present when the web pages are encrypted
 * @param services    what listens beside the web pages
 */
@Component
record NetworkState(ViewerSettings atStart, Settings settings, ObjectProvider<ServerCertificate> certificate,
                    ObjectProvider<NetworkService> services) {

    Optional<ServerCertificate> shownCertificate() {
        return Optional.ofNullable(certificate.getIfAvailable());
    }
}
