package org.hospitalviewer.dicom.net.upperlayer;

import java.time.Duration;

/**
 * What one upper layer allows its peer.
 *
 * @param artim             ARTIM timer (PS3.8 9.1.5): until the request arrives, and until the peer closes at the end
 * @param connect           until a requested connection is open
 * @param pdu               from the first byte of a PDU to its last, or of a P-DATA-TF to its header
 * @param write             longest time that one PDU may take to be taken over by the network
 * @param maxReceivedLength largest variable field of a P-DATA-TF that is accepted, in bytes
 */
public record UpperLayerLimits(Duration artim, Duration connect, Duration pdu, Duration write,
                               int maxReceivedLength) {
}
