package org.hospitalviewer.dicom.image;

import org.hospitalviewer.dicom.image.CodedImage.Colour;

/** Brings what a codec gave into the form that the header describes. */
final class Decompression {
    private static final int MIDDLE_OF_8_BITS = 128;

    private Decompression() {
    }

    static DecodedFrame decoded(CodedImage image, ImagePixels pixels) {
        PhotometricInterpretation meaning = meaning(image, pixels.photometric());
        Samples samples = image.wide() != null ? bits(image, pixels).of32(image.wide())
                : bits(image, pixels).of16(image.values());
        return new DecodedFrame(pixels.withPhotometric(meaning), samples);
    }

    /** A signed sample has its sign where the header or, if it is shorter, the compressed sample ends. */
    private static SampleBits bits(CodedImage image, ImagePixels pixels) {
        int stored = pixels.shift() == 0 ? Math.min(pixels.stored(), image.precision()) : pixels.stored();
        return new SampleBits(stored, pixels.shift(), pixels.signed());
    }

    /** Changes the values where the header would otherwise be wrong, and gives what they mean then. */
    private static PhotometricInterpretation meaning(CodedImage image, PhotometricInterpretation header) {
        boolean convertible = image.components() == 3 && image.values() != null;
        int middle = 1 << image.precision() - 1;
        return switch (header) {
            case RGB -> {
                if (convertible && image.colour() == Colour.YCBCR) {
                    ColourSpace.ybrFullToRgb(image.values(), middle);
                }
                yield header;
            }
            case YBR_FULL, YBR_FULL_422 -> {
                if (convertible && image.colour() == Colour.RGB) {
                    ColourSpace.rgbToYbrFull(image.values(), middle);
                }
                yield PhotometricInterpretation.YBR_FULL;
            }
            case YBR_PARTIAL_422, YBR_PARTIAL_420 -> {
                if (convertible && middle == MIDDLE_OF_8_BITS) {
                    ColourSpace.ybrPartialToRgb(image.values());
                }
                yield PhotometricInterpretation.RGB;
            }
            case MONOCHROME1, MONOCHROME2, PALETTE_COLOR, YBR_ICT, YBR_RCT, XYB -> header.decompressed();
        };
    }
}
