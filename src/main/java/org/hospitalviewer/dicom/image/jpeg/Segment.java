package org.hospitalviewer.dicom.image.jpeg;

import org.hospitalviewer.dicom.image.UndecodableImageException;

/** Reads the parameters of a marker segment (T.81 B.1.1.4) within its bounds. */
final class Segment {
    private final byte[] data;
    private int position;
    private final int end;

    Segment(byte[] data, int position, int end) {
        this.data = data;
        this.position = position;
        this.end = end;
    }

    int remaining() {
        return end - position;
    }

    int position() {
        return position;
    }

    int u8() throws UndecodableImageException {
        if (position >= end) {
            throw UndecodableImageException.damaged("A header within the JPEG data is too short.");
        }
        return data[position++] & 0xFF;
    }

    int u16() throws UndecodableImageException {
        return u8() << 8 | u8();
    }

    boolean startsWith(String ascii) {
        for (int i = 0; i < ascii.length(); i++) {
            if (position + i >= end || data[position + i] != ascii.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    void skip(int bytes) {
        position += bytes;
    }
}
