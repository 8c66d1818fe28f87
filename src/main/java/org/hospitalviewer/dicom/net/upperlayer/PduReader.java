package org.hospitalviewer.dicom.net.upperlayer;

import java.io.IOException;
import java.time.Duration;
import org.hospitalviewer.dicom.net.pdu.AbortReason;
import org.hospitalviewer.dicom.net.pdu.MalformedPduException;
import org.hospitalviewer.dicom.net.pdu.Pdu;
import org.hospitalviewer.dicom.net.pdu.PduDecoder;
import org.hospitalviewer.dicom.net.pdu.PduHeader;
import org.hospitalviewer.dicom.net.pdu.PduType;
import org.hospitalviewer.dicom.net.pdu.PdvHeader;

/** Finds PDUs in the byte stream. The variable field of a P-DATA-TF is left in the stream for its reader. */
final class PduReader {
    /** Far more than 128 presentation contexts and a user identity need, in bytes. */
    private static final int MAX_HELD_LENGTH = 512 * 1024;

    private final Transport transport;
    private final int maxDataLength;
    private Pdu pdu;
    private long dataRemaining;
    private boolean framingLost;

    PduReader(Transport transport, int maxDataLength) {
        this.transport = transport;
        this.maxDataLength = maxDataLength;
    }

    /** The PDU read last, unless it was a P-DATA-TF. */
    Pdu pdu() {
        return pdu;
    }

    /** Whether presentation data values of the P-DATA-TF read last are left. */
    boolean hasData() {
        return dataRemaining > 0;
    }

    /**
     * Reads the next PDU. What is left of a P-DATA-TF is skipped. After a malformed PDU nothing can be found any more:
     * bytes are thrown away until the peer closes.
     *
     * @param first    until when the first byte must be there
     * @param complete time within which the rest must follow; empty to keep to the first deadline
     */
    PduType read(Deadline first, Duration complete) throws IOException {
        if (framingLost) {
            transport.drain(first);
        }
        try {
            return readFramed(first, complete);
        } catch (MalformedPduException malformed) {
            framingLost = true;
            throw malformed;
        }
    }

    private PduType readFramed(Deadline first, Duration complete) throws IOException {
        transport.skipFully(dataRemaining, first);
        dataRemaining = 0;
        transport.require(1, first);
        Deadline deadline = complete.isZero() ? first : Deadline.in(complete);
        PduHeader header = readHeader(deadline);
        boolean data = header.type() == PduType.P_DATA_TF;
        checkLength(header, data ? maxDataLength : MAX_HELD_LENGTH);
        if (data) {
            dataRemaining = header.length();
        } else {
            pdu = PduDecoder.decode(header.type(), transport.readFully((int) header.length(), deadline));
        }
        return header.type();
    }

    private PduHeader readHeader(Deadline deadline) throws IOException {
        transport.require(Pdu.HEADER_LENGTH, deadline);
        PduHeader header = PduHeader.decode(transport.buffer(), transport.position());
        transport.consume(Pdu.HEADER_LENGTH);
        return header;
    }

    private static void checkLength(PduHeader header, int max) throws MalformedPduException {
        if (header.length() > max) {
            throw new MalformedPduException(AbortReason.INVALID_PDU_PARAMETER_VALUE,
                    "%s of %d bytes; %d are allowed".formatted(header.type(), header.length(), max));
        }
    }

    /** Reads the header of the next presentation data value. */
    PdvHeader readPdvHeader(Deadline deadline) throws IOException {
        if (dataRemaining < PdvHeader.LENGTH) {
            framingLost = true;
            throw new MalformedPduException(AbortReason.INVALID_PDU_PARAMETER_VALUE,
                    dataRemaining + " stray bytes at the end of a P-DATA-TF");
        }
        transport.require(PdvHeader.LENGTH, deadline);
        try {
            PdvHeader header = PdvHeader.decode(transport.buffer(), transport.position(), dataRemaining);
            transport.consume(PdvHeader.LENGTH);
            dataRemaining -= PdvHeader.LENGTH;
            return header;
        } catch (MalformedPduException malformed) {
            framingLost = true;
            throw malformed;
        }
    }

    /** Reads at least one byte of a fragment; the caller knows from the header how many it has. */
    int readFragment(byte[] target, int offset, int length, Deadline deadline) throws IOException {
        int count = transport.read(target, offset, length, deadline);
        dataRemaining -= count;
        return count;
    }
}
