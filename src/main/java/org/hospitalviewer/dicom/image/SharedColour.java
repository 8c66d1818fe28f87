package org.hospitalviewer.dicom.image;

/** Uncompressed pixels that share colour differences (PS3.3 C.7.6.3.1.2): each gets its own three samples. */
final class SharedColour {

    private SharedColour() {
    }

    static short[] spread(byte[] bytes, ImagePixels pixels) throws UndecodableImageException {
        return switch (pixels.photometric()) {
            case YBR_FULL_422, YBR_PARTIAL_422 -> pairs(bytes, pixels.pixelsPerFrame());
            default -> throw UndecodableImageException.unsupported(
                    "Pixels as " + pixels.photometric().term() + " exist only in video.");
        };
    }

    /** Two luminances, then the two colour differences of both. */
    private static short[] pairs(byte[] bytes, int pixels) {
        short[] values = new short[pixels * 3];
        for (int pixel = 0; pixel < pixels; pixel++) {
            int pair = pixel / 2 * 4;
            values[pixel * 3] = sample(bytes, pair + (pixel & 1));
            values[pixel * 3 + 1] = sample(bytes, pair + 2);
            values[pixel * 3 + 2] = sample(bytes, pair + 3);
        }
        return values;
    }

    /** A last pixel without a partner may lack its colour. */
    private static short sample(byte[] bytes, int index) {
        return index < bytes.length ? (short) (bytes[index] & 0xFF) : 128;
    }
}
