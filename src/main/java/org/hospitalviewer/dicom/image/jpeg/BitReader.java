package org.hospitalviewer.dicom.image.jpeg;

import org.hospitalviewer.dicom.image.UndecodableImageException;

/**
 * Bits of entropy-coded data (T.81 F.2.2.5): FF 00 is a byte FF, any other marker ends the data. Behind the end there
 * are zero bits, which nobody may use up: {@link #requireData} tells.
 */
final class BitReader {
    private final byte[] data;
    private int position;
    /** The next bits, the first at the top. */
    private long buffer;
    private int count;
    /** Bits in the buffer that are behind the end. */
    private int invented;

    BitReader(byte[] data, int position) {
        this.data = data;
        this.position = position;
    }

    private void fill() {
        while (count <= 56) {
            int value = 0;
            if (invented > 0 || position >= data.length) {
                invented += 8;
            } else {
                value = data[position] & 0xFF;
                if (value == 0xFF && !isStuffed()) {
                    value = 0;
                    invented += 8;
                } else {
                    position += value == 0xFF ? 2 : 1;
                }
            }
            buffer |= (long) value << 56 - count;
            count += 8;
        }
    }

    private boolean isStuffed() {
        return position + 1 < data.length && data[position + 1] == 0;
    }

    /** The next 16 bits, left where they are. */
    int peek16() {
        if (count < 16) {
            fill();
        }
        return (int) (buffer >>> 48);
    }

    /** Uses up bits that were looked at. */
    void drop(int bits) {
        buffer <<= bits;
        count -= bits;
    }

    /** Reads 0 to 16 bits as an unsigned number. */
    int read(int bits) {
        if (bits == 0) {
            return 0;
        }
        if (count < bits) {
            fill();
        }
        int value = (int) (buffer >>> 64 - bits);
        drop(bits);
        return value;
    }

    int readBit() {
        if (count < 1) {
            fill();
        }
        int value = (int) (buffer >>> 63);
        drop(1);
        return value;
    }

    /** A signed number of so many bits (EXTEND, T.81 F.2.2.1). */
    int readExtended(int bits) {
        int value = read(bits);
        return bits > 0 && value < 1 << bits - 1 ? value - (1 << bits) + 1 : value;
    }

    /** Fails when bits from behind the end of the data were used. */
    void requireData() throws UndecodableImageException {
        if (count < invented) {
            throw UndecodableImageException.damaged("The JPEG data ends in the middle of the picture.");
        }
    }

    /** Goes on behind the next restart marker; bits before it are padding. */
    void restart() throws UndecodableImageException {
        requireData();
        buffer = 0;
        count = 0;
        invented = 0;
        int at = markerFrom(position);
        if (at >= data.length - 1 || !Marker.isRestart(data[at + 1] & 0xFF)) {
            throw UndecodableImageException.damaged("The JPEG data lacks a restart marker.");
        }
        position = at + 2;
    }

    /** Where the marker behind the entropy-coded data begins. */
    int end() {
        return markerFrom(position);
    }

    /** The next FF that begins a marker and is neither stuffed nor filling. */
    private int markerFrom(int from) {
        int at = from;
        while (at < data.length - 1 && (data[at] != (byte) 0xFF || data[at + 1] == 0 || data[at + 1] == (byte) 0xFF)) {
            at++;
        }
        return at;
    }
}
