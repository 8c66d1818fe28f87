package org.hospitalviewer.dicom.net;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.hospitalviewer.dicom.data.UID;
import org.hospitalviewer.dicom.net.pdu.AAssociateAC;
import org.hospitalviewer.dicom.net.pdu.AAssociateRQ;
import org.hospitalviewer.dicom.net.pdu.PresentationContextRQ;
import org.hospitalviewer.dicom.net.pdu.UserInformation;
import org.hospitalviewer.dicom.net.upperlayer.State;
import org.hospitalviewer.dicom.net.upperlayer.UpperLayer;

/**
 * An established association (PS3.8 7) with the DIMSE services on it. Operations of one association come one after the
 * other: one thread at a time may use it, any thread may {@link #abort}.
 */
public final class Association implements AutoCloseable {
    private static final int LAST_MESSAGE_ID = 0xffff;

    private final UpperLayer layer;
    private final AAssociateRQ request;
    private final AAssociateAC acceptance;
    private final boolean requestor;
    private final Timeouts timeouts;
    private final Map<Integer, PresentationContext> contexts;
    private final DimseReader reader;
    private final DimseWriter writer;
    private final AtomicInteger lastMessageId = new AtomicInteger();

    Association(UpperLayer layer, AAssociateRQ request, AAssociateAC acceptance, boolean requestor,
                Timeouts timeouts) {
        this.layer = layer;
        this.request = request;
        this.acceptance = acceptance;
        this.requestor = requestor;
        this.timeouts = timeouts;
        this.contexts = Negotiation.agreed(request, acceptance);
        this.reader = new DimseReader(layer, contexts, timeouts.answer());
        this.writer = new DimseWriter(layer, peer().maximumLength());
    }

    /**
     * Requests an association.
     *
     * @param target     who is called
     * @param callingAet own AE title, 1 to 16 characters
     * @param contexts   see {@link ProposedContexts}
     * @param timeouts   patience with the peer
     * @throws AssociationRejectedException when the peer refuses
     * @throws IOException                  when it cannot be reached, does not answer or speaks no DICOM
     */
    public static Association open(Target target, String callingAet, List<PresentationContextRQ> contexts,
                                   Timeouts timeouts) throws IOException {
        return new AssociationRequestor(target, callingAet, timeouts).open(contexts);
    }

    public String callingAet() {
        return request.callingAet();
    }

    public String calledAet() {
        return request.calledAet();
    }

    /** The request as it was sent, with all user information. */
    public AAssociateRQ request() {
        return request;
    }

    /** The acceptance as it was sent, with all user information. */
    public AAssociateAC acceptance() {
        return acceptance;
    }

    public InetSocketAddress remoteAddress() {
        return layer.remoteAddress();
    }

    /** The contexts both sides agreed on. */
    public Collection<PresentationContext> contexts() {
        return contexts.values();
    }

    /** The context for a SOP class in a transfer syntax. */
    public Optional<PresentationContext> context(String sopClassUid, String transferSyntaxUid) {
        return contexts.values().stream().filter(context -> context.abstractSyntax().equals(sopClassUid)
                && context.transferSyntax().equals(transferSyntaxUid)).findFirst();
    }

    public boolean isEstablished() {
        return layer.state() == State.STA_6;
    }

    /**
     * C-ECHO (PS3.7 9.1.5).
     *
     * @throws NoPresentationContextException when the peer did not accept Verification
     */
    public DimseResponse echo() throws IOException {
        PresentationContext context = contexts.values().stream()
                .filter(agreed -> agreed.abstractSyntax().equals(UID.Verification)).findFirst()
                .orElseThrow(() -> new NoPresentationContextException(UID.Verification, UID.ImplicitVRLittleEndian));
        return orAbort(() -> {
            int messageId = nextMessageId();
            writer.write(context.id(), CommandSet.echoRequest(messageId, UID.Verification));
            return response(CommandField.C_ECHO_RSP, messageId);
        });
    }

    /**
     * C-STORE (PS3.7 9.1.1).
     *
     * @param sopClassUid       SOP class of the object
     * @param sopInstanceUid    its UID
     * @param transferSyntaxUid how the data set is encoded; nothing is converted
     * @param dataSet           the data set without preamble and file meta information; not closed
     * @param length            bytes of the data set
     * @throws NoPresentationContextException when the peer did not accept this SOP class in this transfer syntax; the
     *                                        association goes on
     * @throws IOException                    when the association or the data set ends too early; it is aborted then
     */
    public DimseResponse store(String sopClassUid, String sopInstanceUid, String transferSyntaxUid,
                               InputStream dataSet, long length) throws IOException {
        PresentationContext context = context(sopClassUid, transferSyntaxUid)
                .orElseThrow(() -> new NoPresentationContextException(sopClassUid, transferSyntaxUid));
        return orAbort(() -> {
            int messageId = nextMessageId();
            CommandSet command = CommandSet.storeRequest(messageId, sopClassUid, sopInstanceUid, Priority.MEDIUM,
                    MoveOriginator.NONE);
            writer.write(context.id(), command, dataSet, length);
            return response(CommandField.C_STORE_RSP, messageId);
        });
    }

    /** Ends the association in order (A-RELEASE); aborts when the peer does not answer. Does nothing when it ended. */
    public void release() throws IOException {
        if (isEstablished()) {
            new ReleaseProcedure(layer, requestor, timeouts.answer()).run();
        }
    }

    /** Ends the association at once (A-ABORT). May be called from any thread. Does nothing when it ended. */
    public void abort() {
        abort("Aborted here");
    }

    void abort(String why) {
        layer.abort(why);
    }

    /** Ends the association: in order when it is in order, else at once. */
    @Override
    public void close() {
        try {
            release();
        } catch (IOException _) {
            abort();
        } finally {
            layer.awaitClose(timeouts.artim());
        }
    }

    UpperLayer layer() {
        return layer;
    }

    /** Waits for the next message of the peer; empty when it asks for release. */
    Optional<DimseMessage> nextMessage() throws IOException {
        return reader.next(timeouts.idle());
    }

    void respond(DimseMessage message, Status status, String comment) throws IOException {
        writer.write(message.context().id(), message.command().response(status, comment));
    }

    private UserInformation peer() {
        return requestor ? acceptance.userInformation() : request.userInformation();
    }

    private int nextMessageId() {
        return lastMessageId.updateAndGet(id -> id == LAST_MESSAGE_ID ? 1 : id + 1);
    }

    private DimseResponse response(CommandField expected, int messageId) throws IOException {
        DimseMessage message = reader.next(timeouts.answer())
                .orElseThrow(() -> new ProtocolViolationException("A-RELEASE-RQ instead of a response"));
        CommandSet command = message.command();
        if (command.commandField() != expected.code() || command.messageIdBeingRespondedTo() != messageId) {
            throw new ProtocolViolationException("%s for message %d where %s for message %d was expected".formatted(
                    command, command.messageIdBeingRespondedTo(), expected, messageId));
        }
        message.dataSet().drain();
        return command.result();
    }

    private interface Operation {
        DimseResponse perform() throws IOException;
    }

    private DimseResponse orAbort(Operation operation) throws IOException {
        try {
            return operation.perform();
        } catch (IOException failure) {
            abort(String.valueOf(failure.getMessage()));
            throw failure;
        }
    }
}
