package org.hospitalviewer.dicom.net.pdu;

import java.util.List;

/**
 * Request for an association (PS3.8 9.3.2).
 *
 * @param protocolVersion    bit field, bit 0 stands for version 1
 * @param calledAet          AE title of the acceptor, without padding
 * @param callingAet         AE title of the requestor, without padding
 * @param applicationContext UID, 1.2.840.10008.3.1.1.1 for DICOM
 * @param contexts           proposed presentation contexts
 * @param userInformation    limits and extensions of the requestor
 */
public record AAssociateRQ(int protocolVersion, String calledAet, String callingAet, String applicationContext,
                           List<PresentationContextRQ> contexts, UserInformation userInformation) implements Pdu {

    /** The only application context of the standard (PS3.7 Annex A.2.1). */
    public static final String DICOM_APPLICATION_CONTEXT = "1.2.840.10008.3.1.1.1";

    /** The only version of the protocol (PS3.8 9.3.2). */
    public static final int PROTOCOL_VERSION = 1;

    public AAssociateRQ {
        contexts = List.copyOf(contexts);
    }

    /** A request of this version for the DICOM application context. */
    public AAssociateRQ(String calledAet, String callingAet, List<PresentationContextRQ> contexts,
                        UserInformation userInformation) {
        this(PROTOCOL_VERSION, calledAet, callingAet, DICOM_APPLICATION_CONTEXT, contexts, userInformation);
    }
}
