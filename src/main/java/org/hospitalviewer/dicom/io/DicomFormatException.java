package org.hospitalviewer.dicom.io;

import java.io.IOException;

/** The bytes are not DICOM, or broken, or beyond what is accepted; the message tells a technician what and where. */
public class DicomFormatException extends IOException {
    private static final long serialVersionUID = 1;

    public DicomFormatException(String message) {
        super(message);
    }

    public DicomFormatException(String message, Throwable cause) {
        super(message, cause);
    }
}
