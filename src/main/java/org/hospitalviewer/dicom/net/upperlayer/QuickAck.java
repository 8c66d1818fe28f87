package org.hospitalviewer.dicom.net.upperlayer;

import java.io.IOException;
import java.net.Socket;
import jdk.net.ExtendedSocketOptions;

/**
 * Immediate TCP acknowledgements. A peer that leaves Nagle's algorithm on and writes a PDU in pieces waits for the
 * acknowledgement of each piece; delayed by 40 ms, that limits an untouched DCMTK client to about 20 objects per
 * second. Linux forgets the option with time, so it is set again after reads.
 */
final class QuickAck {
    private final Socket socket;
    private final boolean supported;

    QuickAck(Socket socket) {
        this.socket = socket;
        this.supported = socket.supportedOptions().contains(ExtendedSocketOptions.TCP_QUICKACK);
    }

    void renew() throws IOException {
        if (supported) {
            socket.setOption(ExtendedSocketOptions.TCP_QUICKACK, true);
        }
    }
}
