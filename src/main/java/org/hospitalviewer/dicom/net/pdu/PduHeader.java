package org.hospitalviewer.dicom.net.pdu;

/**
 * Type and length of a PDU (PS3.8 9.3.1).
 *
 * @param type   what follows
 * @param length bytes that follow the header, as declared by the sender: 0 to 2^32 - 1, not to be trusted
 */
public record PduHeader(PduType type, long length) {

    /**
     * Reads a header.
     *
     * @param bytes at least six bytes from offset
     * @throws MalformedPduException for a type that does not exist, e.g. when the peer speaks HTTP or TLS
     */
    public static PduHeader decode(byte[] bytes, int offset) throws MalformedPduException {
        int code = bytes[offset] & 0xff;
        PduType type = PduType.of(code).orElseThrow(() -> new MalformedPduException(AbortReason.UNRECOGNIZED_PDU,
                "PDU type %02XH does not exist".formatted(code)));
        return new PduHeader(type, u32(bytes, offset + 2));
    }

    /** Writes the six bytes of the header. */
    public static void encode(PduType type, int length, byte[] bytes, int offset) {
        bytes[offset] = (byte) type.code();
        bytes[offset + 1] = 0;
        bytes[offset + 2] = (byte) (length >>> 24);
        bytes[offset + 3] = (byte) (length >>> 16);
        bytes[offset + 4] = (byte) (length >>> 8);
        bytes[offset + 5] = (byte) length;
    }

    static long u32(byte[] bytes, int offset) {
        return (bytes[offset] & 0xffL) << 24 | (bytes[offset + 1] & 0xff) << 16
                | (bytes[offset + 2] & 0xff) << 8 | bytes[offset + 3] & 0xff;
    }
}
