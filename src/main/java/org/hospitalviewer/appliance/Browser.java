package org.hospitalviewer.appliance;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** Opens the person's web browser; a computer without one is no error, the address is printed anyway. */
final class Browser {

    private Browser() {
    }

    static void open(String address) {
        try {
            new ProcessBuilder(command(address)).redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        } catch (IOException e) {
            Terminal.say("Open this address in a browser: " + address);
        }
    }

    private static List<String> command(String address) {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        if (system.contains("win")) {
            return List.of("rundll32", "url.dll,FileProtocolHandler", address);
        }
        return List.of(system.contains("mac") ? "open" : "xdg-open", address);
    }
}
