package org.hospitalviewer.dicom.net;

import java.io.IOException;
import java.net.Socket;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.hospitalviewer.dicom.net.pdu.AAssociateAC;
import org.hospitalviewer.dicom.net.pdu.AAssociateRQ;
import org.hospitalviewer.dicom.net.pdu.RejectReason;
import org.hospitalviewer.dicom.net.upperlayer.Indication;
import org.hospitalviewer.dicom.net.upperlayer.UpperLayer;
import org.hospitalviewer.dicom.net.upperlayer.UpperLayerLimits;

/** One connection to a server, from its first byte to its close: request, negotiation, messages, end. */
final class AssociationAcceptor {
    private static final int SMALLEST_PDU_LENGTH = 8;

    private final ServerSettings settings;
    private final ServerPolicy policy;
    private final Semaphore associationSlots;
    private final UpperLayer layer;
    private volatile boolean busy;
    private volatile boolean closing;

    AssociationAcceptor(Socket socket, ServerSettings settings, ServerPolicy policy, Semaphore associationSlots)
            throws IOException {
        this.settings = settings;
        this.policy = policy;
        this.associationSlots = associationSlots;
        Timeouts timeouts = settings.timeouts();
        this.layer = UpperLayer.accept(socket, new UpperLayerLimits(timeouts.artim(), timeouts.connect(),
                timeouts.answer(), timeouts.write(), settings.maxPduLength()));
    }

    void run() {
        try {
            switch (layer.next(settings.timeouts().artim())) {
                case Indication.Associate(AAssociateRQ request) -> judge(request);
                case Indication.Closed(String why) -> notEstablished(why);
                case Indication.ProviderAbort(String why) -> notEstablished(why);
                case Indication.Abort(var abort) -> notEstablished(abort.describe());
                case Indication.Accepted _, Indication.Rejected _, Indication.Data _, Indication.Release _,
                        Indication.Released _ -> throw new IllegalStateException("The state table does not lead here");
            }
        } catch (IOException failure) {
            notEstablished(String.valueOf(failure.getMessage()));
        } finally {
            layer.abort("Ended by a defect"); // does nothing after an end that was foreseen
            layer.awaitClose(settings.timeouts().artim());
        }
    }

    private void notEstablished(String why) {
        policy.listener().notEstablished(layer.remoteAddress(), why);
    }

    private void judge(AAssociateRQ request) throws IOException {
        Optional<RejectReason> refusal = refusal(request);
        if (refusal.isPresent()) {
            reject(request, refusal.get());
        } else if (associationSlots.tryAcquire()) {
            try {
                accept(request);
            } finally {
                associationSlots.release();
            }
        } else {
            reject(request, RejectReason.LOCAL_LIMIT_EXCEEDED);
        }
    }

    private Optional<RejectReason> refusal(AAssociateRQ request) {
        if (!request.applicationContext().equals(AAssociateRQ.DICOM_APPLICATION_CONTEXT)) {
            return Optional.of(RejectReason.APPLICATION_CONTEXT_NAME_NOT_SUPPORTED);
        }
        long peerMaximum = request.userInformation().maximumLength();
        if (peerMaximum != 0 && peerMaximum < SMALLEST_PDU_LENGTH) { // no fragment fits
            return Optional.of(RejectReason.NO_REASON_GIVEN);
        }
        if (request.callingAet().isEmpty()) {
            return Optional.of(RejectReason.CALLING_AE_TITLE_NOT_RECOGNIZED);
        }
        return policy.admission().refusal(request, layer.remoteAddress());
    }

    private void reject(AAssociateRQ request, RejectReason reason) throws IOException {
        policy.listener().rejected(request, layer.remoteAddress(), reason);
        layer.reject(reason.pdu());
    }

    private void accept(AAssociateRQ request) throws IOException {
        AAssociateAC acceptance = Negotiation.answer(request, policy.contexts(), settings.maxPduLength());
        layer.accept(acceptance);
        Association association = new Association(layer, request, acceptance, false, settings.timeouts());
        policy.listener().accepted(association);
        try {
            serve(association);
        } catch (IOException failure) {
            String why = String.valueOf(failure.getMessage());
            layer.abort(why);
            policy.listener().aborted(association, why);
        }
    }

    private void serve(Association association) throws IOException {
        Optional<DimseMessage> message = association.nextMessage();
        while (message.isPresent()) {
            busy = true;
            policy.services().serve(association, message.get(), policy.listener());
            busy = false;
            if (closing) {
                throw new IOException("The server closes");
            }
            message = association.nextMessage();
        }
        layer.respondRelease();
        policy.listener().released(association);
    }

    /** Ends the association after the message under way, if any. */
    void closeSoon() {
        closing = true;
        if (!busy) {
            layer.abort("The server closes");
        }
    }

    /** Ends the connection whatever is under way. */
    void closeNow() {
        layer.abort("The server closes");
        layer.close();
    }
}
