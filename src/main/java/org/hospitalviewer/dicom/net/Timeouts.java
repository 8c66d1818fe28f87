package org.hospitalviewer.dicom.net;

import java.time.Duration;

/**
 * How long a peer may take.
 *
 * @param connect until a requested connection is open
 * @param artim   ARTIM timer (PS3.8 9.1.5): until A-ASSOCIATE-RQ arrives on a new connection, and until the peer closes
 *                the connection at the end
 * @param answer  until the peer answers A-ASSOCIATE-RQ, A-RELEASE-RQ or a DIMSE request, and between the fragments of
 *                one message
 * @param idle    between two messages on an association that was accepted
 * @param write   until the network takes one PDU
 */
public record Timeouts(Duration connect, Duration artim, Duration answer, Duration idle, Duration write) {

    /** Patient enough for a busy scanner, short enough to notice a dead one. */
    public static final Timeouts USUAL = new Timeouts(Duration.ofSeconds(10), Duration.ofSeconds(30),
            Duration.ofSeconds(60), Duration.ofMinutes(5), Duration.ofSeconds(60));
}
