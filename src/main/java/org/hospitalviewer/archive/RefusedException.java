package org.hospitalviewer.archive;

import java.io.IOException;

/** An object that the archive does not take, with a reason a technician understands. */
public final class RefusedException extends IOException {

    /** Kinds of refusal; doors translate them into DIMSE statuses (PS3.4 B.2.3) and HTTP statuses. */
    public enum Reason {
        /** Not DICOM, cut short, wrong lengths, nesting without end. */
        CANNOT_UNDERSTAND,
        /** The data set contradicts what was announced, or lacks a UID it needs. */
        DATA_SET_MISMATCH,
        /** The disk is full or nearly full, or cannot be written. */
        OUT_OF_RESOURCES
    }

    private final Reason reason;

    public RefusedException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public RefusedException(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
