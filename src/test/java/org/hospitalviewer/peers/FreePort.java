package org.hospitalviewer.peers;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Ports of the loopback interface: below those that the system gives to connections, and each of the test processes has its own. */
public final class FreePort {

    private static final int LOWEST = 12_000;
    private static final int EACH = 8_000;
    private static final int MOST_TRIES = 100;

    private FreePort() {
    }

    /** A port that was free a moment ago. */
    public static int find() throws IOException {
        int lowest = LOWEST + (Integer.getInteger("test.process", 1) - 1) % 2 * EACH;
        for (int attempt = 0; attempt < MOST_TRIES; attempt++) {
            int port = lowest + ThreadLocalRandom.current().nextInt(EACH);
            try (ServerSocket _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return port;
            } catch (IOException taken) {
                // by another program
            }
        }
        throw new IOException("No port is free.");
    }
}
