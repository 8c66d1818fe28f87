package org.hospitalviewer.dicom.net;

import java.net.InetSocketAddress;
import java.util.Optional;
import org.hospitalviewer.dicom.net.pdu.AAssociateRQ;
import org.hospitalviewer.dicom.net.pdu.RejectReason;

/** Decides who may associate. Called by many connections at once. */
@FunctionalInterface
public interface AdmissionPolicy {

    /** Takes everybody who asks in DICOM. */
    AdmissionPolicy EVERYBODY = (_, _) -> Optional.empty();

    /**
     * Judges a request. Application context, protocol version and limits are judged elsewhere.
     *
     * @return why it is refused; empty to admit
     */
    Optional<RejectReason> refusal(AAssociateRQ request, InetSocketAddress from);

    /** Takes requests only that call this AE title. */
    static AdmissionPolicy calledAs(String aeTitle) {
        return (request, _) -> request.calledAet().equals(aeTitle) ? Optional.empty()
                : Optional.of(RejectReason.CALLED_AE_TITLE_NOT_RECOGNIZED);
    }

    /** Asks the other policy too when this one admits. */
    default AdmissionPolicy and(AdmissionPolicy other) {
        return (request, from) -> refusal(request, from).or(() -> other.refusal(request, from));
    }
}
