package org.hospitalviewer.dicom.image;

/**
 * What a codec made of a compressed frame.
 *
 * @param columns    pixels of a row
 * @param rows       pixels of a column
 * @param components samples of a pixel
 * @param precision  bits of a sample in the compressed data
 * @param values     pixel by pixel, the lowest 16 bits of each sample; or null when {@code wide}
 * @param wide       samples of more than 16 bits, or null
 * @param colour     what three components mean
 */
public record CodedImage(int columns, int rows, int components, int precision, short[] values, int[] wide,
                         Colour colour) {

    /** What the compressed data says of three components. */
    public enum Colour {
        /** It says nothing: the header is right. */
        AS_HEADER_SAYS,
        /** Luminance and colour differences, full range. */
        YCBCR,
        RGB
    }

    public CodedImage(int columns, int rows, int components, int precision, short[] values, Colour colour) {
        this(columns, rows, components, precision, values, null, colour);
    }
}
