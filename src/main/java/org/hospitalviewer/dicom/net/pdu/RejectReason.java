package org.hospitalviewer.dicom.net.pdu;

/** Why an association request is refused: result, source and reason of PS3.8 9.3.4, Table 9-21. */
public enum RejectReason {
    NO_REASON_GIVEN(1, 1, 1),
    APPLICATION_CONTEXT_NAME_NOT_SUPPORTED(1, 1, 2),
    CALLING_AE_TITLE_NOT_RECOGNIZED(1, 1, 3),
    CALLED_AE_TITLE_NOT_RECOGNIZED(1, 1, 7),
    NO_REASON_GIVEN_BY_PROVIDER(1, 2, 1),
    PROTOCOL_VERSION_NOT_SUPPORTED(1, 2, 2),
    TEMPORARY_CONGESTION(2, 3, 1),
    LOCAL_LIMIT_EXCEEDED(2, 3, 2);

    private final AAssociateRJ pdu;

    RejectReason(int result, int source, int reason) {
        this.pdu = new AAssociateRJ(result, source, reason);
    }

    /** The PDU that says so. */
    public AAssociateRJ pdu() {
        return pdu;
    }
}
