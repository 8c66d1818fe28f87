package org.hospitalviewer.dicom.net;

import java.io.IOException;
import java.io.InputStream;
import org.hospitalviewer.dicom.net.pdu.PdvHeader;

/**
 * The data set of one message, fragment after fragment straight from the connection. It ends where the peer marked the
 * last fragment; when the association ends before, reading throws, and does so again each time.
 */
public final class PdvInputStream extends InputStream {
    private static final int SKIP_LENGTH = 8192;

    private final DimseReader reader;
    private final int contextId;
    private int fragmentRemaining;
    private boolean lastFragment;
    private IOException failure;

    private PdvInputStream(DimseReader reader, int contextId, boolean ended) {
        this.reader = reader;
        this.contextId = contextId;
        this.lastFragment = ended;
    }

    static PdvInputStream of(DimseReader reader, int contextId) {
        return new PdvInputStream(reader, contextId, false);
    }

    static PdvInputStream empty(DimseReader reader) {
        return new PdvInputStream(reader, 0, true);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (failure != null) {
            throw failure;
        }
        try {
            return length == 0 ? 0 : readFragments(target, offset, length);
        } catch (IOException lost) {
            failure = lost;
            throw lost;
        }
    }

    private int readFragments(byte[] target, int offset, int length) throws IOException {
        while (fragmentRemaining == 0) {
            if (lastFragment) {
                return -1;
            }
            PdvHeader header = reader.nextDataFragment(contextId);
            fragmentRemaining = header.fragmentLength();
            lastFragment = header.last();
        }
        int count = reader.readFragment(target, offset, Math.min(length, fragmentRemaining));
        fragmentRemaining -= count;
        return count;
    }

    /** Whether the association was lost within the data set. */
    boolean hasFailed() {
        return failure != null;
    }

    /** Skips what is left. */
    void drain() throws IOException {
        byte[] waste = new byte[SKIP_LENGTH];
        while (read(waste, 0, waste.length) >= 0) {
            // thrown away
        }
    }

    /** Does nothing: what is left is skipped before the response is sent. */
    @Override
    public void close() {
        // the association lives on
    }
}
