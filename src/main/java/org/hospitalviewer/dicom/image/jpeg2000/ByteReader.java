package org.hospitalviewer.dicom.image.jpeg2000;

import org.hospitalviewer.dicom.image.UndecodableImageException;

/** Big-endian numbers of marker segments. */
final class ByteReader {
    final byte[] data;
    private int position;
    private final int end;

    ByteReader(byte[] data, int position, int end) {
        this.data = data;
        this.position = position;
        this.end = Math.min(end, data.length);
    }

    int position() {
        return position;
    }

    void position(int to) {
        position = to;
    }

    int remaining() {
        return end - position;
    }

    int u8() throws UndecodableImageException {
        if (position >= end) {
            throw UndecodableImageException.damaged("The JPEG 2000 data ends too early.");
        }
        return data[position++] & 0xFF;
    }

    int u16() throws UndecodableImageException {
        return u8() << 8 | u8();
    }

    long u32() throws UndecodableImageException {
        return (long) u16() << 16 | u16();
    }
}
