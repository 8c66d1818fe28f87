package org.hospitalviewer.dicom.net;

import java.net.InetSocketAddress;
import org.hospitalviewer.dicom.net.pdu.AAssociateRQ;
import org.hospitalviewer.dicom.net.pdu.RejectReason;

/** Hears who connects, for logs and for lists of devices. Called by many connections at once; should return quickly. */
public interface AssociationListener {

    /** Hears nothing. */
    AssociationListener NOBODY = new AssociationListener() { };

    /** An association begins. */
    default void accepted(Association association) {
    }

    /** A request was refused. */
    default void rejected(AAssociateRQ request, InetSocketAddress from, RejectReason reason) {
    }

    /** A connection brought no acceptable request at all: silence, garbage, another protocol, too many connections. */
    default void notEstablished(InetSocketAddress from, String why) {
    }

    /** An association ended in order. */
    default void released(Association association) {
    }

    /** An association ended by an abort of either side, a lost connection or a time-out. */
    default void aborted(Association association, String why) {
    }

    /** A service failed by surprise; the peer was told Processing failure (0110H). */
    default void failed(Association association, Exception failure) {
    }
}
