package org.hospitalviewer.dicom.net.pdu;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Growing buffer for the big-endian fields of a PDU; lengths are filled in behind their content. */
final class PduOutput {
    private static final int AE_TITLE_LENGTH = 16;
    private static final int MAX_ITEM_LENGTH = 0xffff;

    private byte[] bytes = new byte[512];
    private int size;

    PduOutput u8(int value) {
        if (size == bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * size);
        }
        bytes[size++] = (byte) value;
        return this;
    }

    PduOutput u16(int value) {
        return u8(value >>> 8).u8(value);
    }

    PduOutput u32(long value) {
        return u16((int) (value >>> 16)).u16((int) value);
    }

    PduOutput bytes(byte[] values) {
        for (byte value : values) {
            u8(value);
        }
        return this;
    }

    PduOutput zeros(int count) {
        return bytes(new byte[count]);
    }

    PduOutput text(String value) {
        return bytes(value.getBytes(StandardCharsets.US_ASCII));
    }

    /** 16 characters, padded by spaces (PS3.8 9.3.2). */
    PduOutput aeTitle(String value) {
        if (value.length() > AE_TITLE_LENGTH) {
            throw new IllegalArgumentException("AE title longer than 16 characters: " + value);
        }
        return text(value + " ".repeat(AE_TITLE_LENGTH - value.length()));
    }

    /** A 16 bit length and the bytes it counts. */
    PduOutput counted(Runnable content) {
        int start = size;
        u16(0);
        content.run();
        int length = size - start - 2;
        if (length > MAX_ITEM_LENGTH) {
            throw new IllegalArgumentException("Item of " + length + " bytes; its length field ends at 65535");
        }
        bytes[start] = (byte) (length >>> 8);
        bytes[start + 1] = (byte) length;
        return this;
    }

    /** Item type, reserved byte, 16 bit length, content. */
    PduOutput item(int type, Runnable content) {
        return u8(type).u8(0).counted(content);
    }

    PduOutput textItem(int type, String value) {
        return item(type, () -> text(value));
    }

    /** The content behind the header of a PDU of this type. */
    byte[] toPdu(PduType type) {
        byte[] pdu = new byte[Pdu.HEADER_LENGTH + size];
        PduHeader.encode(type, size, pdu, 0);
        System.arraycopy(bytes, 0, pdu, Pdu.HEADER_LENGTH, size);
        return pdu;
    }
}
