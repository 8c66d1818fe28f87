package org.hospitalviewer.dicom.net;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.hospitalviewer.dicom.net.pdu.PdvHeader;
import org.hospitalviewer.dicom.net.upperlayer.AssociationLostException;
import org.hospitalviewer.dicom.net.upperlayer.Indication;
import org.hospitalviewer.dicom.net.upperlayer.UpperLayer;

/** Puts messages together from presentation data values (PS3.7 6.3, PS3.8 Annex E). */
final class DimseReader {
    /** Far more than any command needs, in bytes. */
    private static final int MAX_COMMAND_LENGTH = 64 * 1024;

    private final UpperLayer layer;
    private final Map<Integer, PresentationContext> contexts;
    private final Duration patience;
    private boolean releaseRequested;

    DimseReader(UpperLayer layer, Map<Integer, PresentationContext> contexts, Duration patience) {
        this.layer = layer;
        this.contexts = contexts;
        this.patience = patience;
    }

    /**
     * Waits for the command set of the next message. The data set of the one before must have been read.
     *
     * @param wait how long the message may take to begin
     * @return empty when the peer asks for release instead
     * @throws IOException when the association ended otherwise
     */
    Optional<DimseMessage> next(Duration wait) throws IOException {
        Optional<PdvHeader> first = nextPdv(wait);
        return first.isEmpty() ? Optional.empty() : Optional.of(message(first.get()));
    }

    private DimseMessage message(PdvHeader first) throws IOException {
        PresentationContext context = contexts.get(first.contextId());
        if (context == null) {
            throw new ProtocolViolationException("Presentation context " + first.contextId() + " was not accepted");
        }
        CommandSet command = CommandSetCodec.decode(command(first));
        return new DimseMessage(context, command, command.hasDataSet()
                ? PdvInputStream.of(this, context.id())
                : PdvInputStream.empty(this));
    }

    private byte[] command(PdvHeader first) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PdvHeader header = first;
        while (true) {
            expect(true, first.contextId(), header);
            append(header.fragmentLength(), bytes);
            if (header.last()) {
                return bytes.toByteArray();
            }
            header = nextFragment();
        }
    }

    private void append(int length, ByteArrayOutputStream bytes) throws IOException {
        if (bytes.size() + length > MAX_COMMAND_LENGTH) {
            throw new ProtocolViolationException("Command set longer than " + MAX_COMMAND_LENGTH + " bytes");
        }
        byte[] fragment = new byte[length]; // at most the maximum above
        for (int count = 0; count < length; ) {
            count += readFragment(fragment, count, length - count);
        }
        bytes.writeBytes(fragment);
    }

    PdvHeader nextDataFragment(int contextId) throws IOException {
        PdvHeader header = nextFragment();
        expect(false, contextId, header);
        return header;
    }

    private static void expect(boolean command, int contextId, PdvHeader header) throws ProtocolViolationException {
        if (header.command() != command || header.contextId() != contextId) {
            throw new ProtocolViolationException("Fragment of a %s in context %d within the %s of context %d".formatted(
                    kind(header.command()), header.contextId(), kind(command), contextId));
        }
    }

    private static String kind(boolean command) {
        return command ? "command" : "data set";
    }

    private PdvHeader nextFragment() throws IOException {
        return nextPdv(patience)
                .orElseThrow(() -> new ProtocolViolationException("A-RELEASE-RQ within a message"));
    }

    int readFragment(byte[] target, int offset, int length) throws IOException {
        return layer.readFragment(target, offset, length, patience);
    }

    private Optional<PdvHeader> nextPdv(Duration wait) throws IOException {
        while (!layer.hasData()) {
            switch (layer.next(wait)) {
                case Indication.Data _ -> { }
                case Indication.Release _ -> {
                    releaseRequested = true;
                    return Optional.empty();
                }
                case Indication.Abort(var abort) ->
                        throw new AssociationLostException("Association " + abort.describe() + " of the peer");
                case Indication.ProviderAbort(String why) -> throw new AssociationLostException(why);
                case Indication.Closed(String why) -> throw new AssociationLostException(why);
                case Indication.Associate _, Indication.Accepted _, Indication.Rejected _, Indication.Released _ ->
                        throw new IllegalStateException("The state table does not lead here");
            }
        }
        return Optional.of(layer.readPdvHeader(patience));
    }

    /** Whether the peer's A-RELEASE-RQ waits for its response. */
    boolean isReleaseRequested() {
        return releaseRequested;
    }
}
