package org.hospitalviewer.dicom.net.upperlayer;

import java.io.IOException;

/** The association ended while data were expected; says why. */
public final class AssociationLostException extends IOException {

    public AssociationLostException(String message) {
        super(message);
    }
}
