package org.hospitalviewer.appliance;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.springframework.core.env.Environment;

/** Where somebody at this computer finds the screens. */
final class ScreenAddress {

    private ScreenAddress() {
    }

    static String of(Environment settings, int port) {
        return (isHttps(settings) ? "https://" : "http://") + host(settings.getProperty("viewer.bind", "")) + ":" + port
                + settings.getProperty("server.servlet.context-path", "") + "/";
    }

    static boolean isHttps(Environment settings) {
        return settings.getProperty("viewer.https", Boolean.class, false);
    }

    /** Who binds to one address of a network answers nowhere else. */
    private static String host(String bind) {
        try {
            InetAddress address = InetAddress.getByName(ViewerSettings.httpAddress(bind));
            boolean here = address.isAnyLocalAddress() || address.isLoopbackAddress();
            return here ? "localhost" : bind.contains(":") ? "[" + bind.strip() + "]" : bind.strip();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }
}
