package org.hospitalviewer.dicom.net.upperlayer;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.hospitalviewer.dicom.net.pdu.AAbort;
import org.hospitalviewer.dicom.net.pdu.AAssociateAC;
import org.hospitalviewer.dicom.net.pdu.AAssociateRJ;
import org.hospitalviewer.dicom.net.pdu.AAssociateRQ;
import org.hospitalviewer.dicom.net.pdu.AReleaseRP;
import org.hospitalviewer.dicom.net.pdu.AReleaseRQ;
import org.hospitalviewer.dicom.net.pdu.AbortReason;
import org.hospitalviewer.dicom.net.pdu.MalformedPduException;
import org.hospitalviewer.dicom.net.pdu.Pdu;
import org.hospitalviewer.dicom.net.pdu.PduEncoder;
import org.hospitalviewer.dicom.net.pdu.PduType;
import org.hospitalviewer.dicom.net.pdu.PdvHeader;
import org.hospitalviewer.dicom.net.pdu.RejectReason;

/**
 * Upper layer service of one association (PS3.8 7) over blocking I/O: requests and responses are methods, indications
 * are fetched by {@link #next}. One thread fetches; any thread may send or abort.
 */
public final class UpperLayer implements AutoCloseable {
    private static final long ABORT_WAITS_FOR_WRITE_MILLIS = 1000;

    private final UpperLayerLimits limits;
    private final boolean requestor;
    private final Transport transport;
    private final InetSocketAddress address;
    private final PduReader reader;
    private final StateMachine machine;
    private final ReentrantLock lock = new ReentrantLock();

    private volatile Deadline artim;
    private Pdu outgoing;
    private byte[] data;
    private int dataLength;
    private AbortReason abortReason = AbortReason.NOT_SPECIFIED;
    private PduType received;
    private volatile Indication indication;
    private volatile String why = "";

    private UpperLayer(Socket socket, InetSocketAddress address, boolean requestor, UpperLayerLimits limits)
            throws IOException {
        this.limits = limits;
        this.requestor = requestor;
        this.address = address;
        this.transport = new Transport(socket, limits.write());
        this.reader = new PduReader(transport, limits.maxReceivedLength());
        this.machine = new StateMachine(new Effects(), State.STA_1);
    }

    /** The acceptor's side of a connection that just arrived (Evt5). */
    public static UpperLayer accept(Socket socket, UpperLayerLimits limits) throws IOException {
        UpperLayer layer = new UpperLayer(socket, (InetSocketAddress) socket.getRemoteSocketAddress(), false, limits);
        layer.fire(Event.EVT_5);
        return layer;
    }

    /**
     * Opens a connection and sends the request (A-ASSOCIATE request primitive, Evt1 and Evt2).
     *
     * @throws IOException when nobody listens there or nobody answers in time
     */
    public static UpperLayer request(InetSocketAddress acceptor, AAssociateRQ request, UpperLayerLimits limits)
            throws IOException {
        UpperLayer layer = new UpperLayer(new Socket(), acceptor, true, limits);
        layer.fire(Event.EVT_1);
        layer.send(Event.EVT_2, request);
        return layer;
    }

    /** A-ASSOCIATE response, accepted. */
    public void accept(AAssociateAC acceptance) throws IOException {
        send(Event.EVT_7, acceptance);
    }

    /** A-ASSOCIATE response, rejected. */
    public void reject(AAssociateRJ rejection) throws IOException {
        send(Event.EVT_8, rejection);
    }

    /**
     * P-DATA request: sends one complete P-DATA-TF by one write.
     *
     * @param pdu    holds the PDU, header included, from its start
     * @param length bytes of the PDU
     */
    public void sendData(byte[] pdu, int length) throws IOException {
        lock.lock();
        try {
            data = pdu;
            dataLength = length;
            fireLocal(Event.EVT_9);
        } finally {
            lock.unlock();
        }
    }

    /** A-RELEASE request. */
    public void requestRelease() throws IOException {
        fireLocal(Event.EVT_11);
    }

    /** A-RELEASE response. */
    public void respondRelease() throws IOException {
        fireLocal(Event.EVT_14);
    }

    /** A-ABORT request, from any thread; a thread that waits for the peer wakes up. Does nothing when it is too late. */
    public void abort(String reason) {
        if (!lockForAbort()) {
            transport.close();
            return;
        }
        try {
            if (StateTable.action(machine.state(), Event.EVT_15).isPresent()) {
                why = reason;
                fire(Event.EVT_15);
            }
        } catch (IOException _) {
            transport.close();
        } finally {
            lock.unlock();
        }
        if (transport.isReading()) {
            transport.endReading();
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

    /**
     * Waits for the next primitive of the peer.
     *
     * @param patience how long a PDU may take to begin while no ARTIM timer runs; when it takes longer, the association
     *                 is aborted
     */
    public Indication next(Duration patience) throws IOException {
        while (indication == null && state() != State.STA_1) {
            fireReceived(receive(patience));
        }
        Indication fetched = indication == null ? new Indication.Closed(why) : indication;
        indication = null;
        return fetched;
    }

    /** Waits until the peer has closed the connection or the ARTIM timer ends that; whatever else comes is ignored. */
    public void awaitClose(Duration patience) {
        try {
            Indication last;
            do {
                last = next(patience);
            } while (!(last instanceof Indication.Closed));
        } catch (IOException _) {
            // the connection failed instead of being closed: gone either way
        } finally {
            transport.close();
        }
    }

    /** Whether presentation data values of the last {@link Indication.Data} are left. */
    public boolean hasData() {
        return reader.hasData();
    }

    /** Reads the header of the next presentation data value. */
    public PdvHeader readPdvHeader(Duration patience) throws IOException {
        return whileReadingData(() -> reader.readPdvHeader(Deadline.in(patience)));
    }

    /** Reads some bytes of the fragment, at least one. */
    public int readFragment(byte[] target, int offset, int length, Duration patience) throws IOException {
        return whileReadingData(() -> reader.readFragment(target, offset, length, Deadline.in(patience)));
    }

    public State state() {
        lock.lock();
        try {
            return machine.state();
        } finally {
            lock.unlock();
        }
    }

    public InetSocketAddress remoteAddress() {
        return address;
    }

    /** Closes the connection without a word; for an orderly end see {@link #requestRelease} and {@link #abort}. */
    @Override
    public void close() {
        transport.close();
    }

    private interface Reading<T> {
        T read() throws IOException;
    }

    private <T> T whileReadingData(Reading<T> reading) throws IOException {
        if (state() != State.STA_6 && state() != State.STA_7) {
            throw new AssociationLostException(why);
        }
        try {
            return reading.read();
        } catch (IOException failure) {
            fireReceived(eventOf(failure));
            throw new AssociationLostException(why);
        }
    }

    private Event receive(Duration patience) {
        Deadline timer = artim;
        try {
            PduType type = timer != null
                    ? reader.read(timer, Duration.ZERO)
                    : reader.read(Deadline.in(patience), limits.pdu());
            note(type);
            return Event.of(type);
        } catch (IOException failure) {
            return eventOf(failure);
        }
    }

    private void note(PduType type) {
        abortReason = AbortReason.UNEXPECTED_PDU;
        if (type == PduType.A_ABORT) {
            why = "Association " + ((AAbort) reader.pdu()).describe() + " of the peer";
        }
        received = type;
    }

    private Event eventOf(IOException failure) {
        return switch (failure) {
            case MalformedPduException malformed -> {
                abortReason = malformed.reason();
                why = malformed.getMessage();
                yield Event.EVT_19;
            }
            case SocketTimeoutException _ -> timeout();
            default -> {
                why = why.isEmpty() ? failure.getMessage() : why;
                transport.close();
                yield Event.EVT_17;
            }
        };
    }

    private Event timeout() {
        if (artim != null) {
            why = why.isEmpty() ? "Nothing came until the ARTIM timer ran out" : why;
            return Event.EVT_18;
        }
        why = "The peer was silent for too long";
        indication = new Indication.ProviderAbort(why);
        return Event.EVT_15;
    }

    private void send(Event event, Pdu pdu) throws IOException {
        lock.lock();
        try {
            outgoing = pdu;
            fireLocal(event);
        } finally {
            lock.unlock();
        }
    }

    /** Fires a request or response of the user, who may not know yet that the association has ended. */
    private void fireLocal(Event event) throws IOException {
        lock.lock();
        try {
            State state = machine.state();
            boolean ended = state == State.STA_13 || state == State.STA_1;
            if (ended && StateTable.action(state, event).isEmpty()) {
                throw new AssociationLostException(why.isEmpty() ? "The association has ended" : why);
            }
            fire(event);
        } finally {
            lock.unlock();
        }
    }

    /** Fires what came from outside; too late when a failed write has ended the association meanwhile. */
    private void fireReceived(Event event) throws IOException {
        lock.lock();
        try {
            if (machine.state() != State.STA_1) {
                fire(event);
            }
        } finally {
            lock.unlock();
        }
    }

    private void fire(Event event) throws IOException {
        lock.lock();
        try {
            machine.fire(event);
        } catch (IOException lost) {
            connectionLost(lost);
            throw lost;
        } finally {
            lock.unlock();
        }
    }

    private void connectionLost(IOException lost) throws IOException {
        why = String.valueOf(lost.getMessage());
        transport.close();
        if (machine.state() != State.STA_1) {
            machine.fire(Event.EVT_17);
        }
    }

    /** Carries out what the state table demands. */
    private final class Effects implements StateMachine.Provider {

        @Override
        public boolean holds(Condition condition) {
            return switch (condition) {
                case REQUEST_ACCEPTABLE -> (((AAssociateRQ) reader.pdu()).protocolVersion()
                        & AAssociateRQ.PROTOCOL_VERSION) != 0;
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
                case SEND_PROVIDER_ABORT -> abortAsProvider();
                case INDICATE_ASSOCIATE -> indication = new Indication.Associate((AAssociateRQ) reader.pdu());
                case CONFIRM_ACCEPTED -> indication = new Indication.Accepted((AAssociateAC) reader.pdu());
                case CONFIRM_REJECTED -> indication = new Indication.Rejected((AAssociateRJ) reader.pdu());
                case INDICATE_DATA -> indication = new Indication.Data();
                case INDICATE_RELEASE -> indication = new Indication.Release();
                case CONFIRM_RELEASE -> indication = new Indication.Released();
                case INDICATE_ABORT -> indication = new Indication.Abort((AAbort) reader.pdu());
                case INDICATE_PROVIDER_ABORT -> indication = new Indication.ProviderAbort(why);
            }
        }

        private void abortAsProvider() throws IOException {
            why = why.isEmpty() ? "Unexpected " + received : why;
            write(AAbort.byProvider(abortReason));
        }

        private Pdu versionNotSupported() {
            why = "Rejected: " + RejectReason.PROTOCOL_VERSION_NOT_SUPPORTED;
            return RejectReason.PROTOCOL_VERSION_NOT_SUPPORTED.pdu();
        }

        private void write(Pdu pdu) throws IOException {
            byte[] bytes = PduEncoder.encode(pdu);
            transport.write(bytes, 0, bytes.length);
        }
    }
}
