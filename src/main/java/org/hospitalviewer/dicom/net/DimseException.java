package org.hospitalviewer.dicom.net;

import java.io.IOException;

/** A service fails with a status; the association goes on. */
public final class DimseException extends IOException {
    private final transient Status status;

    /**
     * A failure that the peer is told.
     *
     * @param status  a failure
     * @param comment goes into Error Comment (0000,0902), there cut to 64 characters
     */
    public DimseException(Status status, String comment) {
        super(comment);
        this.status = status;
    }

    /** As above, with the cause for our own log. */
    public DimseException(Status status, String comment, Throwable cause) {
        super(comment, cause);
        this.status = status;
    }

    public Status status() {
        return status;
    }
}
