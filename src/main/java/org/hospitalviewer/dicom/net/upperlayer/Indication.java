package org.hospitalviewer.dicom.net.upperlayer;

import org.hospitalviewer.dicom.net.pdu.AAbort;
import org.hospitalviewer.dicom.net.pdu.AAssociateAC;
import org.hospitalviewer.dicom.net.pdu.AAssociateRJ;
import org.hospitalviewer.dicom.net.pdu.AAssociateRQ;

/** Indication and confirmation primitives that reach the service user (PS3.8 7.1 to 7.6). */
public sealed interface Indication {

    /** A-ASSOCIATE indication. */
    record Associate(AAssociateRQ request) implements Indication {
    }

    /** A-ASSOCIATE confirmation, accepted. */
    record Accepted(AAssociateAC acceptance) implements Indication {
    }

    /** A-ASSOCIATE confirmation, rejected. */
    record Rejected(AAssociateRJ rejection) implements Indication {
    }

    /** P-DATA indication: presentation data values wait to be read. */
    record Data() implements Indication {
    }

    /** A-RELEASE indication. */
    record Release() implements Indication {
    }

    /** A-RELEASE confirmation. */
    record Released() implements Indication {
    }

    /** A-ABORT indication: the peer's application aborted. */
    record Abort(AAbort abort) implements Indication {
    }

    /** A-P-ABORT indication: the protocol or the connection failed. */
    record ProviderAbort(String why) implements Indication {
    }

    /** No primitive of the standard: the connection is gone and nothing more will come. */
    record Closed(String why) implements Indication {
    }
}
