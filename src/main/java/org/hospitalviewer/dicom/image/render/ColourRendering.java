package org.hospitalviewer.dicom.image.render;

import org.hospitalviewer.dicom.image.ColourSpace;
import org.hospitalviewer.dicom.image.DecodedFrame;
import org.hospitalviewer.dicom.image.ImagePixels;
import org.hospitalviewer.dicom.image.Samples;
import org.hospitalviewer.dicom.image.UndecodableImageException;

/** Red, green and blue of 8 bits from three samples a pixel (PS3.3 C.7.6.3.1.2). */
final class ColourRendering {

    private ColourRendering() {
    }

    static byte[] render(DecodedFrame frame) throws UndecodableImageException {
        short[] values = eightBits(frame);
        switch (frame.pixels().photometric()) {
            case YBR_FULL, YBR_FULL_422 -> ColourSpace.ybrFullToRgb(values, 128);
            case YBR_PARTIAL_422, YBR_PARTIAL_420 -> ColourSpace.ybrPartialToRgb(values);
            case RGB, YBR_ICT, YBR_RCT -> {
                // What is left of the last two are uncompressed pixels, which can only be RGB.
            }
            case MONOCHROME1, MONOCHROME2, PALETTE_COLOR, XYB -> throw UndecodableImageException.unsupported(
                    "Pixels as " + frame.pixels().photometric().term() + " cannot be shown.");
        }
        byte[] picture = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            picture[i] = (byte) values[i];
        }
        return picture;
    }

    /** A copy, as the caller changes it. */
    private static short[] eightBits(DecodedFrame frame) throws UndecodableImageException {
        ImagePixels pixels = frame.pixels();
        short[] result = new short[frame.samples().length()];
        int down = Math.max(0, pixels.stored() - 8);
        switch (frame.samples()) {
            case Samples.Of16(short[] values, boolean _) -> {
                for (int i = 0; i < result.length; i++) {
                    result[i] = (short) ((values[i] & 0xFFFF) >> down & 0xFF);
                }
            }
            case Samples.Of32(int[] values, boolean _) -> {
                for (int i = 0; i < result.length; i++) {
                    result[i] = (short) (values[i] >>> down & 0xFF);
                }
            }
            case Samples.OfFloat _, Samples.OfDouble _ -> throw UndecodableImageException.unsupported(
                    "Colours in floating point numbers cannot be shown.");
        }
        return result;
    }
}
