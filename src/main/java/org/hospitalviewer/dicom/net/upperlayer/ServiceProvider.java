package org.hospitalviewer.dicom.net.upperlayer;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.hospitalviewer.dicom.net.pdu.AAbort;
import org.hospitalviewer.dicom.net.pdu.AAssociateAC;
import org.hospitalviewer.dicom.net.pdu.AAssociateRJ;
import org.hospitalviewer.dicom.net.pdu.AAssociateRQ;
import org.hospitalviewer.dicom.net.pdu.AReleaseRP;
import org.hospitalviewer.dicom.net.pdu.AReleaseRQ;
import org.hospitalviewer.dicom.net.pdu.AbortReason;
import org.hospitalviewer.dicom.net.pdu.Pdu;
import org.hospitalviewer.dicom.net.pdu.PduEncoder;
import org.hospitalviewer.dicom.net.pdu.RejectReason;

/**
 * Carries out what the state table demands: sends PDUs, keeps the ARTIM timer and the primitive that waits for the
 * user. Events may come from several threads; one lock puts them in order.
 */
final class ServiceProvider implements StateMachine.Provider {
    private static final long ABORT_WAITS_FOR_WRITE_MILLIS = 1000;

    private final UpperLayerLimits limits;
    private final boolean requestor;
    private final InetSocketAddress address;
    private final Transport transport;
    private final PduReader reader;
    private final StateMachine machine = new StateMachine(this, State.STA_1);
    private final ReentrantLock lock = new ReentrantLock();

    private Pdu outgoing;
    private byte[] data;
    private int dataLength;
    private AbortReason abortReason = AbortReason.NOT_SPECIFIED;
    private volatile Deadline artim;
    private volatile Indication indication;
    private volatile String why = "";

    ServiceProvider(Transport transport, PduReader reader, InetSocketAddress address, boolean requestor,
                    UpperLayerLimits limits) {
        this.transport = transport;
        this.reader = reader;
        this.address = address;
        this.requestor = requestor;
        this.limits = limits;
    }

    State state() {
        lock.lock();
        try {
            return machine.state();
        } finally {
            lock.unlock();
        }
    }

    InetSocketAddress address() {
        return address;
    }

    /** When the ARTIM timer expires, while it runs. */
    Optional<Deadline> artim() {
        return Optional.ofNullable(artim);
    }

    /** Why the association ended, or is about to; the first reason counts. */
    String why() {
        return why.isEmpty() ? "The association has ended" : why;
    }

    void because(String reason) {
        why = why.isEmpty() ? reason : why;
    }

    /** What an A-ABORT of this side will say. */
    void because(AbortReason reason) {
        abortReason = reason;
    }

    boolean hasIndication() {
        return indication != null;
    }

    void indicate(Indication primitive) {
        indication = primitive;
    }

    /** The primitive that waits for the user, once. */
    Optional<Indication> takeIndication() {
        Optional<Indication> taken = Optional.ofNullable(indication);
        indication = null;
        return taken;
    }

    /**
     * A request or response of the user, with the PDU it sends, if any.
     *
     * @throws AssociationLostException when the user does not know yet that the association has ended
     */
    void request(Event event, Pdu pdu) throws IOException {
        lock.lock();
        try {
            outgoing = pdu;
            requestNow(event);
        } finally {
            lock.unlock();
        }
    }

    /** As {@link #request} for a P-DATA-TF. */
    void requestData(byte[] pdu, int length) throws IOException {
        lock.lock();
        try {
            data = pdu;
            dataLength = length;
            requestNow(Event.EVT_9);
        } finally {
            lock.unlock();
        }
    }

    private void requestNow(Event event) throws IOException {
        State state = machine.state();
        boolean ended = state == State.STA_13 || state == State.STA_1;
        if (ended && StateTable.action(state, event).isEmpty()) {
            throw new AssociationLostException(why());
        }
        fire(event);
    }

    /** Something happened outside; too late when a failed write has ended the association meanwhile. */
    void occurred(Event event) throws IOException {
        lock.lock();
        try {
            if (machine.state() != State.STA_1) {
                fire(event);
            }
        } finally {
            lock.unlock();
        }
    }

    /** A-ABORT request from any thread; closes the connection at once when a write under way does not end. */
    void abort(String reason) {
        if (!lockForAbort()) {
            transport.close();
            return;
        }
        try {
            if (StateTable.action(machine.state(), Event.EVT_15).isPresent()) {
                because(reason);
                fire(Event.EVT_15);
            }
        } catch (IOException _) {
            transport.close();
        } finally {
            lock.unlock();
        }
    }

    private boolean lockForAbort() {
        try {
            return lock.tryLock(ABORT_WAITS_FOR_WRITE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void fire(Event event) throws IOException {
        try {
            machine.fire(event);
        } catch (IOException lost) {
            because(String.valueOf(lost.getMessage()));
            transport.close();
            if (machine.state() != State.STA_1) {
                machine.fire(Event.EVT_17);
            }
            throw lost;
        }
    }

    @Override
    public boolean holds(Condition condition) {
        return switch (condition) {
            case REQUEST_ACCEPTABLE ->
                    (((AAssociateRQ) reader.pdu()).protocolVersion() & AAssociateRQ.PROTOCOL_VERSION) != 0;
            case ASSOCIATION_REQUESTOR -> requestor;
            case ABORTED_BY_USER -> ((AAbort) reader.pdu()).isByUser();
        };
    }

    @Override
    public void carryOut(Effect effect) throws IOException {
        switch (effect) {
            case OPEN_TRANSPORT -> transport.connect(address, limits.connect());
            case CLOSE_TRANSPORT -> transport.close();
            case START_ARTIM -> artim = Deadline.in(limits.artim());
            case STOP_ARTIM -> artim = null;
            case SEND_ASSOCIATE_RQ, SEND_ASSOCIATE_AC -> write(outgoing);
            case SEND_ASSOCIATE_RJ -> write(outgoing == null ? versionNotSupported() : outgoing);
            case SEND_DATA -> transport.write(data, 0, dataLength);
            case SEND_RELEASE_RQ -> write(new AReleaseRQ());
            case SEND_RELEASE_RP -> write(new AReleaseRP());
            case SEND_ABORT -> write(AAbort.byUser());
            case SEND_PROVIDER_ABORT -> write(AAbort.byProvider(abortReason));
            case INDICATE_ASSOCIATE -> indication = new Indication.Associate((AAssociateRQ) reader.pdu());
            case CONFIRM_ACCEPTED -> indication = new Indication.Accepted((AAssociateAC) reader.pdu());
            case CONFIRM_REJECTED -> indication = new Indication.Rejected((AAssociateRJ) reader.pdu());
            case INDICATE_DATA -> indication = new Indication.Data();
            case INDICATE_RELEASE -> indication = new Indication.Release();
            case CONFIRM_RELEASE -> indication = new Indication.Released();
            case INDICATE_ABORT -> indication = new Indication.Abort((AAbort) reader.pdu());
            case INDICATE_PROVIDER_ABORT -> indication = new Indication.ProviderAbort(why());
        }
    }

    private Pdu versionNotSupported() {
        because("Rejected: " + RejectReason.PROTOCOL_VERSION_NOT_SUPPORTED);
        return RejectReason.PROTOCOL_VERSION_NOT_SUPPORTED.pdu();
    }

    private void write(Pdu pdu) throws IOException {
        byte[] bytes = PduEncoder.encode(pdu);
        transport.write(bytes, 0, bytes.length);
    }
}
