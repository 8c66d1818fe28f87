package org.hospitalviewer.dicom.net.upperlayer;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Optional;
import org.hospitalviewer.dicom.net.pdu.AAbort;
import org.hospitalviewer.dicom.net.pdu.AAssociateAC;
import org.hospitalviewer.dicom.net.pdu.AAssociateRJ;
import org.hospitalviewer.dicom.net.pdu.AAssociateRQ;
import org.hospitalviewer.dicom.net.pdu.AbortReason;
import org.hospitalviewer.dicom.net.pdu.MalformedPduException;
import org.hospitalviewer.dicom.net.pdu.PduType;
import org.hospitalviewer.dicom.net.pdu.PdvHeader;

/**
 * Upper layer service of one association (PS3.8 7) over blocking I/O: requests and responses are methods, indications
 * are fetched by {@link #next}. One thread fetches; any thread may send or abort.
 */
public final class UpperLayer implements AutoCloseable {
    private final UpperLayerLimits limits;
    private final Transport transport;
    private final PduReader reader;
    private final ServiceProvider provider;
    /** Set before the state is looked at, so that an abort is either seen there or sees this. */
    private volatile boolean fetching;

    private UpperLayer(Socket socket, InetSocketAddress address, boolean requestor, UpperLayerLimits limits)
            throws IOException {
        this.limits = limits;
        this.transport = new Transport(socket, limits.write());
        this.reader = new PduReader(transport, limits.maxReceivedLength());
        this.provider = new ServiceProvider(transport, reader, address, requestor, limits);
    }

    /** The acceptor's side of a connection that just arrived (Evt5). */
    public static UpperLayer accept(Socket socket, UpperLayerLimits limits) throws IOException {
        UpperLayer layer = new UpperLayer(socket, (InetSocketAddress) socket.getRemoteSocketAddress(), false, limits);
        layer.provider.request(Event.EVT_5, null);
        return layer;
    }

    /**
     * Opens a connection and sends the request (A-ASSOCIATE request primitive, Evt1 and Evt2).
     *
     * @throws IOException when nobody listens there or the connection is lost at once
     */
    public static UpperLayer request(InetSocketAddress acceptor, AAssociateRQ request, UpperLayerLimits limits)
            throws IOException {
        UpperLayer layer = new UpperLayer(new Socket(), acceptor, true, limits);
        layer.provider.request(Event.EVT_1, null);
        layer.provider.request(Event.EVT_2, request);
        return layer;
    }

    /** A-ASSOCIATE response, accepted. */
    public void accept(AAssociateAC acceptance) throws IOException {
        provider.request(Event.EVT_7, acceptance);
    }

    /** A-ASSOCIATE response, rejected. */
    public void reject(AAssociateRJ rejection) throws IOException {
        provider.request(Event.EVT_8, rejection);
    }

    /**
     * P-DATA request: sends one complete P-DATA-TF by one write.
     *
     * @param pdu    holds the PDU, header included, from its start
     * @param length bytes of the PDU
     */
    public void sendData(byte[] pdu, int length) throws IOException {
        provider.requestData(pdu, length);
    }

    /** A-RELEASE request. */
    public void requestRelease() throws IOException {
        provider.request(Event.EVT_11, null);
    }

    /** A-RELEASE response. */
    public void respondRelease() throws IOException {
        provider.request(Event.EVT_14, null);
    }

    /** A-ABORT request, from any thread; one that waits for the peer wakes up. Does nothing when it is too late. */
    public void abort(String reason) {
        provider.abort(reason);
        if (fetching) {
            transport.endReading();
        }
    }

    /**
     * Waits for the next primitive of the peer. After an end from this side that is {@link Indication.Closed} at once.
     *
     * @param patience how long a PDU may take to begin while no ARTIM timer runs; when it takes longer, the association
     *                 is aborted
     */
    public Indication next(Duration patience) throws IOException {
        fetching = true;
        try {
            while (!provider.hasIndication() && !hasEnded()) {
                provider.occurred(receive(patience));
            }
        } finally {
            fetching = false;
        }
        return provider.takeIndication().orElseGet(() -> new Indication.Closed(provider.why()));
    }

    /** Waits until the peer has closed the connection or the ARTIM timer ends that; whatever else comes is ignored. */
    public void awaitClose(Duration patience) {
        fetching = true;
        try {
            while (state() != State.STA_1) {
                provider.occurred(receive(patience));
            }
        } catch (IOException _) {
            // the connection failed instead of being closed: gone either way
        } finally {
            fetching = false;
            transport.close();
        }
    }

    private boolean hasEnded() {
        State state = state();
        return state == State.STA_13 || state == State.STA_1;
    }

    /** Whether presentation data values of the last {@link Indication.Data} are left. */
    public boolean hasData() {
        return reader.hasData();
    }

    /** Reads the header of the next presentation data value. */
    public PdvHeader readPdvHeader(Duration patience) throws IOException {
        return fetch(() -> reader.readPdvHeader(Deadline.in(patience)));
    }

    /** Reads some bytes of the fragment, at least one. */
    public int readFragment(byte[] target, int offset, int length, Duration patience) throws IOException {
        return fetch(() -> reader.readFragment(target, offset, length, Deadline.in(patience)));
    }

    private interface Fetch<T> {
        T now() throws IOException;
    }

    private <T> T fetch(Fetch<T> fetch) throws IOException {
        fetching = true;
        try {
            requireDataTransfer();
            return fetch.now();
        } catch (AssociationLostException known) {
            throw known;
        } catch (IOException failure) {
            throw lost(failure);
        } finally {
            fetching = false;
        }
    }

    public State state() {
        return provider.state();
    }

    public InetSocketAddress remoteAddress() {
        return provider.address();
    }

    /** Closes the connection without a word; for an orderly end see {@link #requestRelease} and {@link #abort}. */
    @Override
    public void close() {
        transport.close();
    }

    private void requireDataTransfer() throws AssociationLostException {
        State state = state();
        if (state != State.STA_6 && state != State.STA_7) {
            throw new AssociationLostException(provider.why());
        }
    }

    private AssociationLostException lost(IOException failure) throws IOException {
        provider.occurred(eventOf(failure));
        return new AssociationLostException(provider.why());
    }

    private Event receive(Duration patience) {
        Optional<Deadline> artim = provider.artim();
        try {
            PduType type = artim.isPresent()
                    ? reader.read(artim.get(), Duration.ZERO)
                    : reader.read(Deadline.in(patience), limits.pdu());
            return eventOf(type);
        } catch (IOException failure) {
            return eventOf(failure);
        }
    }

    private Event eventOf(PduType type) {
        Event event = Event.of(type);
        if (type == PduType.A_ABORT) {
            provider.because("Association " + ((AAbort) reader.pdu()).describe() + " of the peer");
        } else if (isUnexpected(event)) {
            provider.because(AbortReason.UNEXPECTED_PDU);
            provider.because("Unexpected " + type + " in " + state().label());
        }
        return event;
    }

    private boolean isUnexpected(Event event) {
        return StateTable.action(state(), event)
                .filter(action -> action == Action.AA_8 || action == Action.AA_1).isPresent();
    }

    private Event eventOf(IOException failure) {
        return switch (failure) {
            case MalformedPduException malformed -> {
                provider.because(malformed.reason());
                provider.because(malformed.getMessage());
                yield Event.EVT_19;
            }
            case SocketTimeoutException _ -> timeout();
            default -> {
                provider.because(String.valueOf(failure.getMessage()));
                transport.close();
                yield Event.EVT_17;
            }
        };
    }

    private Event timeout() {
        if (provider.artim().isPresent()) {
            provider.because("Nothing came until the ARTIM timer ran out");
            return Event.EVT_18;
        }
        provider.because("The peer was silent for too long");
        provider.indicate(new Indication.ProviderAbort(provider.why()));
        return Event.EVT_15;
    }
}
