package org.hospitalviewer.dicom.image;

import org.hospitalviewer.dicom.data.Attributes;
import org.hospitalviewer.dicom.data.Tag;

/**
 * How the header describes a frame (Image Pixel Module, PS3.3 C.7.6.3), checked.
 *
 * @param columns     pixels of a row
 * @param rows        pixels of a column
 * @param samples     per pixel: 1 or 3
 * @param allocated   bits of a sample's place
 * @param stored      bits of a sample; the lowest of its place but for {@code shift}
 * @param shift       bits below the sample in its place: 0 in all new objects (PS3.5 8.1.1)
 * @param signed      whether samples are in two's complement
 * @param planar      whether all samples of one kind come before those of the next (Planar Configuration 1)
 * @param photometric what the samples mean
 * @param kind        integers, or floating point of 32 or 64 bits
 */
public record ImagePixels(int columns, int rows, int samples, int allocated, int stored, int shift, boolean signed,
                          boolean planar, PhotometricInterpretation photometric, Kind kind) {
    /** Samples of one frame that are decoded at most: 6400 x 6400, or 3700 x 3700 in colour. */
    public static final long MAX_SAMPLES = 40L << 20;

    /** What a sample is. */
    public enum Kind { INTEGER, FLOAT, DOUBLE }

    /**
     * The description in a header.
     *
     * @throws UndecodableImageException without pixel data, or when it makes no picture
     */
    public static ImagePixels of(Attributes header) throws UndecodableImageException {
        Kind kind = kind(header);
        int allocated = header.getInt(Tag.BitsAllocated, kind == Kind.DOUBLE ? 64 : kind == Kind.FLOAT ? 32 : 0);
        int stored = kind == Kind.INTEGER ? header.getInt(Tag.BitsStored, allocated) : allocated;
        int highBit = header.getInt(Tag.HighBit, stored - 1);
        int samples = header.getInt(Tag.SamplesPerPixel, 1);
        ImagePixels pixels = new ImagePixels(header.getInt(Tag.Columns, 0), header.getInt(Tag.Rows, 0), samples,
                allocated, stored, shift(highBit, stored, allocated), header.getInt(Tag.PixelRepresentation, 0) == 1,
                samples > 1 && header.getInt(Tag.PlanarConfiguration, 0) == 1, photometric(header, samples), kind);
        pixels.check();
        return pixels;
    }

    private static Kind kind(Attributes header) throws UndecodableImageException {
        if (header.containsValue(Tag.PixelData)) {
            return Kind.INTEGER;
        }
        if (header.containsValue(Tag.FloatPixelData)) {
            return Kind.FLOAT;
        }
        if (header.containsValue(Tag.DoubleFloatPixelData)) {
            return Kind.DOUBLE;
        }
        throw UndecodableImageException.noImage();
    }

    /** A high bit that does not fit is a mistake of the writer: the sample is at the bottom, as nearly always. */
    private static int shift(int highBit, int stored, int allocated) {
        return highBit >= stored - 1 && highBit < allocated ? highBit + 1 - stored : 0;
    }

    private static PhotometricInterpretation photometric(Attributes header, int samples)
            throws UndecodableImageException {
        String term = header.getString(Tag.PhotometricInterpretation,
                samples == 3 ? PhotometricInterpretation.RGB.term() : PhotometricInterpretation.MONOCHROME2.term());
        return PhotometricInterpretation.of(term).orElseThrow(() -> UndecodableImageException.unsupported(
                "The image says its pixels mean \"" + term + "\", which DICOM does not know."));
    }

    private void check() throws UndecodableImageException {
        if (columns < 1 || rows < 1 || columns > 0xFFFF || rows > 0xFFFF) {
            throw UndecodableImageException.damaged("The header gives no usable numbers of rows and columns.");
        }
        if (samples != (photometric.isSingleSample() ? 1 : 3)) {
            throw UndecodableImageException.damaged("The header promises " + samples + " samples per pixel, which does"
                    + " not fit " + photometric.term() + ".");
        }
        boolean whole = allocated == 1 || allocated == 8 || allocated == 16 || allocated == 32;
        if (kind == Kind.INTEGER && (!whole || stored < 1 || stored > allocated || photometric.isSubsampled()
                && allocated != 8)) {
            throw UndecodableImageException.unsupported("Images of " + allocated + " bits per sample, " + stored
                    + " of them used, cannot be shown.");
        }
        if (samplesPerFrame() > MAX_SAMPLES) {
            throw UndecodableImageException.tooLarge("A picture of " + columns + " x " + rows
                    + " pixels is too large to be shown.");
        }
    }

    /** Samples of a frame whose pixels share nothing. */
    public long samplesPerFrame() {
        return (long) columns * rows * samples;
    }

    /** Pixels of a frame. */
    public int pixelsPerFrame() {
        return columns * rows;
    }

    /** Bytes of a decoded frame in explicit little endian; frames of single bits begin at a whole byte. */
    public long decodedBytes() {
        return (samplesPerFrame() * allocated + 7) / 8;
    }

    ImagePixels withPhotometric(PhotometricInterpretation other) {
        return new ImagePixels(columns, rows, samples, allocated, stored, shift, signed, planar, other, kind);
    }
}
