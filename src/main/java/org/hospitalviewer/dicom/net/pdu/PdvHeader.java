package org.hospitalviewer.dicom.net.pdu;

/**
 * What precedes each fragment inside a P-DATA-TF (PS3.8 9.3.5.1 and Annex E.2).
 *
 * @param fragmentLength bytes of the fragment, without this header
 * @param contextId      presentation context the fragment belongs to
 * @param command        the fragment is of a command set, else of a data set
 * @param last           no further fragment of this command or data set follows
 */
public record PdvHeader(int fragmentLength, int contextId, boolean command, boolean last) {

    /** Bytes of item length, presentation context ID and message control header. */
    public static final int LENGTH = 6;

    private static final int COUNTED_IN_LENGTH = 2;
    private static final int COMMAND = 0x01;
    private static final int LAST = 0x02;

    /**
     * Reads the header of a presentation data value.
     *
     * @param bytes     at least six bytes from offset
     * @param available bytes of the PDU from offset on
     * @throws MalformedPduException when the value would reach beyond its PDU
     */
    public static PdvHeader decode(byte[] bytes, int offset, long available) throws MalformedPduException {
        long length = PduHeader.u32(bytes, offset);
        if (length < COUNTED_IN_LENGTH || length > available - 4) {
            throw new MalformedPduException(AbortReason.INVALID_PDU_PARAMETER_VALUE,
                    "Presentation data value of %d bytes does not fit into the %d bytes of its PDU"
                            .formatted(length, available));
        }
        int control = bytes[offset + 5];
        return new PdvHeader((int) length - COUNTED_IN_LENGTH, bytes[offset + 4] & 0xff,
                (control & COMMAND) != 0, (control & LAST) != 0);
    }

    /** Writes the six bytes of the header. */
    public void encode(byte[] bytes, int offset) {
        int length = fragmentLength + COUNTED_IN_LENGTH;
        bytes[offset] = (byte) (length >>> 24);
        bytes[offset + 1] = (byte) (length >>> 16);
        bytes[offset + 2] = (byte) (length >>> 8);
        bytes[offset + 3] = (byte) length;
        bytes[offset + 4] = (byte) contextId;
        bytes[offset + 5] = (byte) ((command ? COMMAND : 0) | (last ? LAST : 0));
    }
}
