package org.hospitalviewer.dicom.image;

/**
 * Conversions between RGB and luminance with colour differences, in place, three values a pixel (PS3.3 C.7.6.3.1.2;
 * the coefficients of ITU-R BT.601).
 */
public final class ColourSpace {
    private static final int BITS = 16;
    private static final int HALF = 1 << BITS - 1;

    private ColourSpace() {
    }

    /**
     * Full range YBR to RGB.
     *
     * @param middle value of no colour, 128 with 8 bits
     */
    public static void ybrFullToRgb(short[] values, int middle) {
        int max = middle * 2 - 1;
        int crToRed = scaled(1.402);
        int cbToGreen = scaled(0.344136286);
        int crToGreen = scaled(0.714136286);
        int cbToBlue = scaled(1.772);
        for (int i = 0; i + 2 < values.length; i += 3) {
            int luminance = values[i] & 0xFFFF;
            long cb = (values[i + 1] & 0xFFFF) - middle;
            long cr = (values[i + 2] & 0xFFFF) - middle;
            values[i] = limited(luminance + (crToRed * cr + HALF >> BITS), max);
            values[i + 1] = limited(luminance + (-cbToGreen * cb - crToGreen * cr + HALF >> BITS), max);
            values[i + 2] = limited(luminance + (cbToBlue * cb + HALF >> BITS), max);
        }
    }

    /** RGB to full range YBR. */
    public static void rgbToYbrFull(short[] values, int middle) {
        int max = middle * 2 - 1;
        for (int i = 0; i + 2 < values.length; i += 3) {
            double red = values[i] & 0xFFFF;
            double green = values[i + 1] & 0xFFFF;
            double blue = values[i + 2] & 0xFFFF;
            values[i] = limited(Math.round(0.299 * red + 0.587 * green + 0.114 * blue), max);
            values[i + 1] = limited(Math.round(-0.168735892 * red - 0.331264108 * green + 0.5 * blue) + middle, max);
            values[i + 2] = limited(Math.round(0.5 * red - 0.418687589 * green - 0.081312411 * blue) + middle, max);
        }
    }

    /** YBR of 8 bits whose luminance spans 16 to 235 and whose differences span 16 to 240, to RGB. */
    public static void ybrPartialToRgb(short[] values) {
        for (int i = 0; i + 2 < values.length; i += 3) {
            double luminance = 1.164383562 * ((values[i] & 0xFF) - 16);
            int cb = (values[i + 1] & 0xFF) - 128;
            int cr = (values[i + 2] & 0xFF) - 128;
            values[i] = limited(Math.round(luminance + 1.596026786 * cr), 255);
            values[i + 1] = limited(Math.round(luminance - 0.391762290 * cb - 0.812967647 * cr), 255);
            values[i + 2] = limited(Math.round(luminance + 2.017232143 * cb), 255);
        }
    }

    private static int scaled(double factor) {
        return (int) Math.round(factor * (1 << BITS));
    }

    private static short limited(long value, int max) {
        return (short) Math.clamp(value, 0, max);
    }
}
