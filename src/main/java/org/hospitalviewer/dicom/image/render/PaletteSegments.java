package org.hospitalviewer.dicom.image.render;

import org.hospitalviewer.dicom.image.UndecodableImageException;

/** A palette table written as segments (PS3.3 C.7.9.2): values, straight lines, and repetitions of earlier segments. */
final class PaletteSegments {
    private static final int DISCRETE = 0;
    private static final int LINEAR = 1;
    private static final int INDIRECT = 2;

    private final byte[] data;
    private final int unitBytes;
    private final int[] values;
    private int count;

    /**
     * Segments of one colour.
     *
     * @param data    little endian
     * @param entries of the table
     * @param bits    of an entry: 8 or 16
     */
    PaletteSegments(byte[] data, int entries, int bits) {
        this.data = data;
        this.unitBytes = bits <= 8 ? 1 : 2;
        this.values = new int[entries];
    }

    int[] expanded() throws UndecodableImageException {
        int at = 0;
        while (at + 2 * unitBytes <= data.length && count < values.length) {
            at = unit(at) == INDIRECT ? repeat(at) : expand(at);
        }
        if (count < values.length) {
            throw damaged();
        }
        return values;
    }

    /** Expands a segment at a place and gives the place behind it. */
    private int expand(int at) throws UndecodableImageException {
        int length = unit(at + unitBytes);
        int values = at + 2 * unitBytes;
        switch (unit(at)) {
            case DISCRETE -> {
                for (int i = 0; i < length; i++) {
                    put(unit(values + i * unitBytes));
                }
                return values + length * unitBytes;
            }
            case LINEAR -> {
                line(length, unit(values));
                return values + unitBytes;
            }
            default -> throw damaged();
        }
    }

    private void line(int length, int end) throws UndecodableImageException {
        if (count == 0) {
            throw damaged();
        }
        int start = values[count - 1];
        for (int i = 1; i <= length; i++) {
            put((int) Math.round(start + (end - start) * (double) i / length));
        }
    }

    /** Repeats so many segments from a byte offset of two units, the lower half first; they may not repeat in turn. */
    private int repeat(int at) throws UndecodableImageException {
        int segments = unit(at + unitBytes);
        long from = unit(at + 2 * unitBytes) | (long) unit(at + 3 * unitBytes) << 8 * unitBytes;
        if (from >= at) {
            throw damaged();
        }
        int source = (int) from;
        for (int i = 0; i < segments && count < values.length; i++) {
            source = expand(source);
        }
        return at + 4 * unitBytes;
    }

    private void put(int value) {
        if (count < values.length) {
            values[count++] = value;
        }
    }

    private int unit(int at) throws UndecodableImageException {
        if (at < 0 || at + unitBytes > data.length) {
            throw damaged();
        }
        return unitBytes == 1 ? data[at] & 0xFF : data[at] & 0xFF | (data[at + 1] & 0xFF) << 8;
    }

    private static UndecodableImageException damaged() {
        return UndecodableImageException.damaged("The segments of the image's palette are broken.");
    }
}
