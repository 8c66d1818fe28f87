package org.hospitalviewer.appliance;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.springframework.core.env.Environment;

/** Finds out that a port is taken before anything is started or changed. */
final class Ports {

    private Ports() {
    }

    static void requireFree(Environment settings) {
        String bind = settings.getProperty("viewer.bind", "");
        requireFree(http(settings), ViewerSettings.httpAddress(bind),
                "web interface", "--port");
        if (OpenDicomPort.isWanted(settings)) {
            requireFree(number(settings, "viewer.dicom-port", 4242), ViewerSettings.dicomAddress(bind),
                    "DICOM node", "--dicom-port");
        }
        if (settings.getProperty("viewer.https", Boolean.class, false)) {
            requireFree(number(settings, "viewer.https-port", 8443), ViewerSettings.httpAddress(bind),
                    "web interface over HTTPS", "--viewer.https-port");
        }
    }

    /** Port of the web interface as it was asked for; 0 for any. */
    static int http(Environment settings) {
        return number(settings, "viewer.http-port", 8080);
    }

    private static int number(Environment settings, String name, int otherwise) {
        String text = settings.getProperty(name, "").strip();
        if (text.isEmpty()) {
            return otherwise;
        }
        if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > 65_535) {
            throw new StartProblem("The setting " + name + " needs a port number from 0 to 65535, not '" + text + "'.");
        }
        return Integer.parseInt(text);
    }

    private static void requireFree(int port, String address, String user, String option) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getByName(address))) {
            socket.getLocalPort();
        } catch (IOException e) {
            throw new StartProblem("Port " + port + " on " + address + " for the " + user + " cannot be used ("
                    + e.getMessage() + "). Stop the other program or choose another port with " + option + ".", e);
        }
    }
}
