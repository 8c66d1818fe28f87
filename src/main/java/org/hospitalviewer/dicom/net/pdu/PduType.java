package org.hospitalviewer.dicom.net.pdu;

import java.util.Optional;

/** First byte of each PDU (PS3.8 9.3). */
public enum PduType {
    A_ASSOCIATE_RQ, A_ASSOCIATE_AC, A_ASSOCIATE_RJ, P_DATA_TF, A_RELEASE_RQ, A_RELEASE_RP, A_ABORT;

    private static final PduType[] BY_CODE = values();

    public int code() {
        return ordinal() + 1;
    }

    /** The type with this code, 01H to 07H; empty for anything else. */
    public static Optional<PduType> of(int code) {
        return code >= 1 && code <= BY_CODE.length ? Optional.of(BY_CODE[code - 1]) : Optional.empty();
    }
}
