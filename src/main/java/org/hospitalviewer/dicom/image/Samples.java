package org.hospitalviewer.dicom.image;

/** Sample values of a frame, row by row, the samples of a pixel side by side. */
public sealed interface Samples {

    int length();

    /** A value as a number, for code that is not in a hurry. */
    double at(int index);

    /** Whether all values are whole numbers. */
    default boolean isWhole() {
        return switch (this) {
            case Of16 _, Of32 _ -> true;
            case OfFloat _, OfDouble _ -> false;
        };
    }

    /**
     * Values of at most 16 bits.
     *
     * @param signed whether the shorts are to be taken as signed numbers
     */
    record Of16(short[] values, boolean signed) implements Samples {
        @Override
        public int length() {
            return values.length;
        }

        @Override
        public double at(int index) {
            return signed ? values[index] : values[index] & 0xFFFF;
        }
    }

    /**
     * Values of 17 to 32 bits.
     *
     * @param signed whether the ints are to be taken as signed numbers
     */
    record Of32(int[] values, boolean signed) implements Samples {
        @Override
        public int length() {
            return values.length;
        }

        @Override
        public double at(int index) {
            return signed ? values[index] : Integer.toUnsignedLong(values[index]);
        }
    }

    /** Floating point values (PS3.3 C.7.6.24). */
    record OfFloat(float[] values) implements Samples {
        @Override
        public int length() {
            return values.length;
        }

        @Override
        public double at(int index) {
            return values[index];
        }
    }

    /** Double floating point values (PS3.3 C.7.6.25). */
    record OfDouble(double[] values) implements Samples {
        @Override
        public int length() {
            return values.length;
        }

        @Override
        public double at(int index) {
            return values[index];
        }
    }
}
