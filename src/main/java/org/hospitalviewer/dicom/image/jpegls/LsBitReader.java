package org.hospitalviewer.dicom.image.jpegls;

import org.hospitalviewer.dicom.image.UndecodableImageException;

/** Bits of a scan (T.87 9.1): a byte behind FF carries seven; a larger one is a marker and ends the data. */
final class LsBitReader {
    private final byte[] data;
    private int position;
    private long buffer;
    private int count;
    /** Bits in the buffer from behind the end; nobody may use them up. */
    private int invented;
    private boolean behindFf;

    LsBitReader(byte[] data, int position) {
        this.data = data;
        this.position = position;
    }

    private void fill() {
        while (count <= 56) {
            int next = position < data.length && invented == 0 ? data[position] & 0xFF : -1;
            if (next < 0 || behindFf && next >= 0x80) {
                invented += 8;
                count += 8;
            } else {
                int bits = behindFf ? 7 : 8;
                buffer |= (long) next << 64 - bits - count;
                count += bits;
                position++;
                behindFf = next == 0xFF;
            }
        }
    }

    int readBit() {
        if (count < 1) {
            fill();
        }
        int bit = (int) (buffer >>> 63);
        buffer <<= 1;
        count--;
        return bit;
    }

    /** Reads 0 to 32 bits. */
    int read(int bits) {
        if (bits == 0) {
            return 0;
        }
        if (count < bits) {
            fill();
        }
        int value = (int) (buffer >>> 64 - bits);
        buffer <<= bits;
        count -= bits;
        return value;
    }

    /** Counts zeros up to the next one, which is read too. */
    int readZeros(int most) throws UndecodableImageException {
        int zeros = 0;
        while (true) {
            if (count < 32) {
                fill();
            }
            int here = Math.min(Long.numberOfLeadingZeros(buffer), count);
            zeros += here;
            if (zeros > most) {
                throw UndecodableImageException.damaged("The JPEG-LS data has a code that does not exist.");
            }
            if (here < count) {
                buffer = buffer << here << 1;
                count -= here + 1;
                return zeros;
            }
            buffer = 0;
            count = 0;
        }
    }

    void requireData() throws UndecodableImageException {
        if (count < invented) {
            throw UndecodableImageException.damaged("The JPEG-LS data ends in the middle of the picture.");
        }
    }

    /** Where the marker behind the data begins. */
    int end() {
        int at = Math.max(0, position - 1);
        while (at < data.length - 1 && (data[at] != (byte) 0xFF || (data[at + 1] & 0xFF) < 0x80)) {
            at++;
        }
        return at;
    }
}
