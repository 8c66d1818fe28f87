package org.hospitalviewer.dicom.image;

/** How many samples compressed bytes may stand for, so that a small hostile file does not cost much memory. */
public final class PixelBudget {
    /** What any frame may have, however short its data: a picture of one colour compresses to nearly nothing. */
    private static final long FREE_SAMPLES = 8L << 20;
    private static final long SAMPLES_PER_BYTE = 1000;

    private PixelBudget() {
    }

    /**
     * Checks the size that compressed data names, before anything of that size is allocated.
     *
     * @param bytes length of the compressed data
     * @throws UndecodableImageException when it is not what the header says, or more than the bytes can stand for
     */
    public static void check(ImagePixels pixels, long columns, long rows, int components, int bytes)
            throws UndecodableImageException {
        if (columns != pixels.columns() || rows != pixels.rows() || components != pixels.samples()) {
            throw UndecodableImageException.damaged("The compressed image is " + columns + " x " + rows + " with "
                    + components + " samples per pixel, but the header says " + pixels.columns() + " x "
                    + pixels.rows() + " with " + pixels.samples() + ".");
        }
        if (pixels.samplesPerFrame() > FREE_SAMPLES + SAMPLES_PER_BYTE * bytes) {
            throw UndecodableImageException.tooLarge("A picture of " + columns + " x " + rows
                    + " pixels cannot come out of " + bytes + " bytes.");
        }
    }
}
