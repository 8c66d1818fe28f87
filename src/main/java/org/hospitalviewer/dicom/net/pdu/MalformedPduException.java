package org.hospitalviewer.dicom.net.pdu;

import java.io.IOException;

/** A PDU breaks PS3.8 9.3; the association ends with an A-ABORT that carries the reason. */
public final class MalformedPduException extends IOException {
    private final AbortReason reason;

    public MalformedPduException(AbortReason reason, String message) {
        super(message);
        this.reason = reason;
    }

    static MalformedPduException invalidValue(String message) {
        return new MalformedPduException(AbortReason.INVALID_PDU_PARAMETER_VALUE, message);
    }

    public AbortReason reason() {
        return reason;
    }
}
