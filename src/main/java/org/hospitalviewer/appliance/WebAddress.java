package org.hospitalviewer.appliance;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.springframework.boot.web.server.ConfigurableWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/** Binds the web interface to this computer unless the administrator opened it to a network. */
@Component
class WebAddress implements WebServerFactoryCustomizer<ConfigurableWebServerFactory> {

    private final ViewerSettings settings;

    WebAddress(ViewerSettings settings) {
        this.settings = settings;
    }

    @Override
    public void customize(ConfigurableWebServerFactory server) {
        try {
            server.setAddress(InetAddress.getByName(settings.httpAddress()));
        } catch (UnknownHostException e) {
            throw new StartProblem("The address " + settings.httpAddress() + " given with --bind is not known.", e);
        }
    }
}
