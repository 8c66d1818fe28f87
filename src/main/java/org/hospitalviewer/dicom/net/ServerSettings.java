package org.hospitalviewer.dicom.net;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;

/**
 * Where a server listens and what it allows.
 *
 * @param address         address and port to listen on; port 0 for any that is free
 * @param maxAssociations associations at one time; more are rejected with Local limit exceeded
 * @param maxConnections  connections at one time, those without an association included; more are closed at once
 * @param maxPduLength    largest variable field of a P-DATA-TF a peer may send, in bytes
 * @param timeouts        patience with peers
 * @param closeGrace      how long operations under way may go on when the server closes
 */
public record ServerSettings(InetSocketAddress address, int maxAssociations, int maxConnections, int maxPduLength,
                             Timeouts timeouts, Duration closeGrace) {
    private static final int MAX_ASSOCIATIONS = 50;
    private static final int MAX_CONNECTIONS = 200;
    private static final int MAX_PDU_LENGTH = 128 * 1024;
    private static final Duration CLOSE_GRACE = Duration.ofSeconds(5);

    /** What suits a clinic. */
    public static ServerSettings on(InetAddress address, int port) {
        return new ServerSettings(new InetSocketAddress(address, port), MAX_ASSOCIATIONS, MAX_CONNECTIONS,
                MAX_PDU_LENGTH, Timeouts.USUAL, CLOSE_GRACE);
    }

    public ServerSettings withTimeouts(Timeouts other) {
        return new ServerSettings(address, maxAssociations, maxConnections, maxPduLength, other, closeGrace);
    }

    public ServerSettings withLimits(int associations, int connections) {
        return new ServerSettings(address, associations, connections, maxPduLength, timeouts, closeGrace);
    }

    public ServerSettings withMaxPduLength(int bytes) {
        return new ServerSettings(address, maxAssociations, maxConnections, bytes, timeouts, closeGrace);
    }

    public ServerSettings withCloseGrace(Duration grace) {
        return new ServerSettings(address, maxAssociations, maxConnections, maxPduLength, timeouts, grace);
    }
}
