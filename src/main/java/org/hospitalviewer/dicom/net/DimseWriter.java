package org.hospitalviewer.dicom.net;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.locks.ReentrantLock;
import org.hospitalviewer.dicom.net.pdu.Pdu;
import org.hospitalviewer.dicom.net.pdu.PduHeader;
import org.hospitalviewer.dicom.net.pdu.PduType;
import org.hospitalviewer.dicom.net.pdu.PdvHeader;
import org.hospitalviewer.dicom.net.upperlayer.UpperLayer;

/** Cuts messages into P-DATA-TF PDUs (PS3.8 Annex E), one presentation data value in each, one write for each. */
final class DimseWriter {
    /** Longest variable field that is sent even if the peer takes more, in bytes. */
    private static final int MAX_LENGTH = 128 * 1024;
    private static final int HEADERS = Pdu.HEADER_LENGTH + PdvHeader.LENGTH;

    private final UpperLayer layer;
    private final int maxFragment;
    private final ReentrantLock messageLock = new ReentrantLock();
    private byte[] pdu = new byte[1024];

    /**
     * A writer for one association.
     *
     * @param peerMaximumLength largest variable field of a P-DATA-TF the peer takes, in bytes; 0 for no limit
     */
    DimseWriter(UpperLayer layer, long peerMaximumLength) {
        this.layer = layer;
        long length = peerMaximumLength == 0 ? MAX_LENGTH : Math.min(peerMaximumLength, MAX_LENGTH);
        this.maxFragment = (int) (length - PdvHeader.LENGTH) & ~1; // fragments have an even length
    }

    /** Sends a message without a data set. */
    void write(int contextId, CommandSet command) throws IOException {
        messageLock.lock();
        try {
            writeCommand(contextId, command);
        } finally {
            messageLock.unlock();
        }
    }

    /**
     * Sends a message with its data set.
     *
     * @param length bytes of the data set
     * @throws EOFException when the stream ends before; the peer then waits for the rest, so abort
     */
    void write(int contextId, CommandSet command, InputStream dataSet, long length) throws IOException {
        messageLock.lock();
        try {
            writeCommand(contextId, command);
            writeFragments(contextId, false, dataSet, length);
        } finally {
            messageLock.unlock();
        }
    }

    private void writeCommand(int contextId, CommandSet command) throws IOException {
        byte[] bytes = CommandSetCodec.encode(command);
        writeFragments(contextId, true, new ByteArrayInputStream(bytes), bytes.length);
    }

    private void writeFragments(int contextId, boolean command, InputStream in, long length) throws IOException {
        long left = length;
        do {
            int fragment = (int) Math.min(left, maxFragment);
            left -= fragment;
            makeRoom(HEADERS + fragment);
            if (in.readNBytes(pdu, HEADERS, fragment) < fragment) {
                throw new EOFException("Data set ends before its %d bytes".formatted(length));
            }
            PduHeader.encode(PduType.P_DATA_TF, PdvHeader.LENGTH + fragment, pdu, 0);
            new PdvHeader(fragment, contextId, command, left == 0).encode(pdu, Pdu.HEADER_LENGTH);
            layer.sendData(pdu, HEADERS + fragment);
        } while (left > 0);
    }

    /** Small messages need no large buffer. */
    private void makeRoom(int length) {
        if (pdu.length < length) {
            pdu = new byte[HEADERS + maxFragment];
        }
    }
}
