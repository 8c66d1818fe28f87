package org.hospitalviewer.dicom.image.jpeg2000;

/** Bits of passes that bypass the arithmetic decoder (T.800 D.6): a byte behind FF carries seven. */
final class RawBits {
    private final byte[] data;
    private int position;
    private int current;
    private int left;

    RawBits(byte[] data) {
        this.data = data;
    }

    int read() {
        if (left == 0) {
            left = current == 0xFF ? 7 : 8;
            current = position < data.length ? data[position++] & 0xFF : 0xFF;
        }
        left--;
        return current >> left & 1;
    }
}
