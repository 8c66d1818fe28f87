package org.hospitalviewer.dicom.image.jpegls;

/** How long runs of one component are (T.87 A.7.1). */
final class RunLength {
    /** Bits of the run length for each state (J). */
    private static final int[] BITS = {0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 9,
        10, 11, 12, 13, 14, 15};

    private int state;

    /**
     * Reads the length of a run.
     *
     * @param room samples up to the end of the line; a run of that length has no end of its own
     */
    int read(LsBitReader bits, int room) {
        int length = 0;
        while (bits.readBit() == 1) {
            int part = 1 << BITS[state];
            if (part > room - length) {
                return room;
            }
            length += part;
            if (state < BITS.length - 1) {
                state++;
            }
            if (length == room) {
                return room;
            }
        }
        return Math.min(room - 1, length + bits.read(BITS[state]));
    }

    /** Bits that the last run length took. */
    int bits() {
        return BITS[state];
    }

    void shorten() {
        if (state > 0) {
            state--;
        }
    }
}
