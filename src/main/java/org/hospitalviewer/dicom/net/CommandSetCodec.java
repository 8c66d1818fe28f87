package org.hospitalviewer.dicom.net;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.hospitalviewer.dicom.data.Attributes;
import org.hospitalviewer.dicom.data.Dictionary;
import org.hospitalviewer.dicom.data.Tag;
import org.hospitalviewer.dicom.data.VR;

/** Bytes of command sets: implicit VR little endian whatever the presentation context says (PS3.7 6.3.1). */
final class CommandSetCodec {
    private static final int ELEMENT_HEADER = 8;
    private static final int GROUP_LENGTH_ELEMENT = ELEMENT_HEADER + 4;

    private CommandSetCodec() {
    }

    /** @throws ProtocolViolationException for elements that reach beyond the end or belong to no command */
    static CommandSet decode(byte[] bytes) throws ProtocolViolationException {
        ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        Attributes attributes = new Attributes();
        while (in.hasRemaining()) {
            if (in.remaining() < ELEMENT_HEADER) {
                throw new ProtocolViolationException("Command set ends within an element");
            }
            int tag = in.getShort() << 16 | in.getShort() & 0xffff;
            byte[] value = value(in, tag);
            if (tag != Tag.CommandGroupLength) {
                attributes.setBytes(tag, Dictionary.vr(tag), value);
            }
        }
        return new CommandSet(attributes);
    }

    private static byte[] value(ByteBuffer in, int tag) throws ProtocolViolationException {
        long length = in.getInt() & 0xffffffffL;
        if (tag >>> 16 != 0 || length > in.remaining()) {
            throw new ProtocolViolationException("Element %s of %d bytes in a command set with %d bytes left"
                    .formatted(Tag.toString(tag), length, in.remaining()));
        }
        byte[] value = new byte[(int) length];
        in.get(value);
        return value;
    }

    /** The elements behind their group length. */
    static byte[] encode(CommandSet command) {
        Attributes attributes = command.attributes();
        int length = 0;
        for (int tag : attributes.tags()) {
            length += ELEMENT_HEADER + even(attributes.getBytes(tag).length);
        }
        ByteBuffer out = ByteBuffer.allocate(GROUP_LENGTH_ELEMENT + length).order(ByteOrder.LITTLE_ENDIAN);
        putHeader(out, Tag.CommandGroupLength, Integer.BYTES).putInt(length);
        for (int tag : attributes.tags()) {
            putElement(out, tag, attributes.getBytes(tag), attributes.vr(tag));
        }
        return out.array();
    }

    private static void putElement(ByteBuffer out, int tag, byte[] value, VR vr) {
        putHeader(out, tag, even(value.length)).put(value);
        if (value.length % 2 != 0) {
            out.put(vr.paddingByte());
        }
    }

    private static ByteBuffer putHeader(ByteBuffer out, int tag, int length) {
        return out.putShort((short) (tag >>> 16)).putShort((short) tag).putInt(length);
    }

    private static int even(int length) {
        return length + length % 2;
    }
}
