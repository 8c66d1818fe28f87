package org.hospitalviewer.dicom.net;

import java.io.IOException;

/** The peer did not accept what is to be sent; the association is still good for other objects. */
public final class NoPresentationContextException extends IOException {

    NoPresentationContextException(String sopClassUid, String transferSyntaxUid) {
        super("The peer accepted no presentation context for SOP class %s in transfer syntax %s"
                .formatted(sopClassUid, transferSyntaxUid));
    }
}
