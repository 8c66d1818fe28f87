package org.hospitalviewer.dicom.net;

import java.io.IOException;
import org.hospitalviewer.dicom.net.pdu.AAssociateRJ;

/** The peer refused the association (A-ASSOCIATE-RJ). */
public final class AssociationRejectedException extends IOException {
    private final transient AAssociateRJ rejection;

    AssociationRejectedException(AAssociateRJ rejection) {
        super("Association rejected: " + rejection.describe());
        this.rejection = rejection;
    }

    /** Result, source and reason; a transient one is worth another try later. */
    public AAssociateRJ rejection() {
        return rejection;
    }
}
