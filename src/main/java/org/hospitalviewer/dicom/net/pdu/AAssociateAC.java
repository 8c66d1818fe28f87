package org.hospitalviewer.dicom.net.pdu;

import java.util.List;

/**
 * Acceptance of an association (PS3.8 9.3.3).
 *
 * @param protocolVersion    bit field, bit 0 stands for version 1
 * @param calledAet          as in the request; a reader does not test it
 * @param callingAet         as in the request; a reader does not test it
 * @param applicationContext UID as in the request
 * @param contexts           one answer for each proposed presentation context
 * @param userInformation    limits and extensions of the acceptor
 */
public record AAssociateAC(int protocolVersion, String calledAet, String callingAet, String applicationContext,
                           List<PresentationContextAC> contexts, UserInformation userInformation) implements Pdu {

    public AAssociateAC {
        contexts = List.copyOf(contexts);
    }

    /** The acceptance of a request. */
    public AAssociateAC(AAssociateRQ request, List<PresentationContextAC> contexts, UserInformation userInformation) {
        this(AAssociateRQ.PROTOCOL_VERSION, request.calledAet(), request.callingAet(), request.applicationContext(),
                contexts, userInformation);
    }
}
