package org.hospitalviewer.dicom.image.jpeg2000;

import org.hospitalviewer.dicom.image.UndecodableImageException;

/** Bits of packet headers (T.800 B.10.1): behind a byte FF there is a stuffed zero bit. */
final class PacketBits {
    private final ByteReader in;
    private int current;
    private int left;

    PacketBits(ByteReader in) {
        this.in = in;
    }

    int read() throws UndecodableImageException {
        if (left == 0) {
            left = current == 0xFF ? 7 : 8;
            current = in.u8();
        }
        left--;
        return current >> left & 1;
    }

    int read(int count) throws UndecodableImageException {
        int value = 0;
        for (int i = 0; i < count; i++) {
            value = value << 1 | read();
        }
        return value;
    }

    /** Goes on at the next whole byte. */
    void align() throws UndecodableImageException {
        if (current == 0xFF) {
            in.u8();
        }
        left = 0;
        current = 0;
    }

    /** Number of coding passes (T.800 Table B.4). */
    int readPasses() throws UndecodableImageException {
        if (read() == 0) {
            return 1;
        }
        if (read() == 0) {
            return 2;
        }
        int two = read(2);
        if (two < 3) {
            return 3 + two;
        }
        int five = read(5);
        return five < 31 ? 6 + five : 37 + read(7);
    }
}
