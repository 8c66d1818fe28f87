package org.hospitalviewer.dicom.net.pdu;

/**
 * A protocol data unit that is held whole (PS3.8 9.3). P-DATA-TF is not among them: it is streamed, fragment by
 * fragment, see {@link PdvHeader}.
 */
public sealed interface Pdu permits AAssociateRQ, AAssociateAC, AAssociateRJ, AReleaseRQ, AReleaseRP, AAbort {

    /** Bytes before the variable field: type, reserved, length (PS3.8 9.3.1). */
    int HEADER_LENGTH = 6;
}
