package org.hospitalviewer.dicom.io;

import org.hospitalviewer.dicom.data.Attributes;
import org.hospitalviewer.dicom.data.Tag;

/** Size of a frame whose pixel data is not compressed (PS3.3 C.7.6.3, PS3.5 8.1.1). */
public final class NativeFrameSize {

    private NativeFrameSize() {
    }

    /**
     * Bits of one frame; frames of one bit per pixel follow each other without a gap.
     *
     * @return 0 when the header promises no pixels
     * @throws ArithmeticException when rows, columns, samples and bits make an impossible size
     */
    public static long bits(Attributes header) {
        long pixels = Math.multiplyExact((long) header.getInt(Tag.Rows, 0), header.getInt(Tag.Columns, 0));
        long halfSamples = Math.multiplyExact(pixels, halfSamplesPerPixel(header));
        return Math.multiplyExact(halfSamples, (long) header.getInt(Tag.BitsAllocated, 0)) / 2;
    }

    /** Neighbouring pixels share colour differences in some encodings (PS3.3 C.7.6.3.1.2). */
    private static long halfSamplesPerPixel(Attributes header) {
        return switch (header.getString(Tag.PhotometricInterpretation, "")) {
            case "YBR_FULL_422", "YBR_PARTIAL_422" -> 4;
            case "YBR_PARTIAL_420" -> 3;
            default -> 2L * header.getInt(Tag.SamplesPerPixel, 1);
        };
    }
}
