package org.hospitalviewer.dicom.net;

import java.io.IOException;

/** The peer breaks the rules of DIMSE messages (PS3.7); the association is aborted. */
public final class ProtocolViolationException extends IOException {

    ProtocolViolationException(String message) {
        super(message);
    }
}
