package org.hospitalviewer.dicom.image;

/** Takes a sample out of its place: bits that do not belong to it cleared, its sign extended (PS3.5 8.1.1). */
record SampleBits(int stored, int shift, boolean signed) {

    SampleBits(ImagePixels pixels) {
        this(pixels.stored(), pixels.shift(), pixels.signed());
    }

    /** Works in place. */
    Samples.Of16 of16(short[] values) {
        if (shift != 0 || stored < 16) {
            int up = 32 - stored - shift;
            int down = 32 - stored;
            for (int i = 0; i < values.length; i++) {
                int high = values[i] << up;
                values[i] = (short) (signed ? high >> down : high >>> down);
            }
        }
        return new Samples.Of16(values, signed);
    }

    /** Works in place. */
    Samples.Of32 of32(int[] values) {
        if (shift != 0 || stored < 32) {
            int up = 32 - stored - shift;
            int down = 32 - stored;
            for (int i = 0; i < values.length; i++) {
                int high = values[i] << up;
                values[i] = signed ? high >> down : high >>> down;
            }
        }
        return new Samples.Of32(values, signed);
    }
}
