package org.hospitalviewer.dicom.image.render;

/**
 * The room for a picture, and the part of the image that is to fill it (PS3.18 8.3.5.1.3).
 *
 * @param width        pixels
 * @param height       pixels
 * @param sourceX      left edge of the part, pixels of the image
 * @param sourceY      upper edge of the part
 * @param sourceWidth  of the part; 0 up to the right edge; negative mirrors left and right
 * @param sourceHeight of the part; 0 up to the lower edge; negative mirrors top and bottom
 */
public record Viewport(int width, int height, double sourceX, double sourceY, double sourceWidth,
                       double sourceHeight) {
    private static final int MAX_SIDE = 16384;
    private static final long MAX_PIXELS = 16L << 20;

    public Viewport {
        if (width < 1 || height < 1 || width > MAX_SIDE || height > MAX_SIDE || (long) width * height > MAX_PIXELS) {
            throw new IllegalArgumentException("A viewport is 1 to " + MAX_SIDE + " pixels wide and high, and at most "
                    + MAX_PIXELS + " in all");
        }
        if (!(sourceX >= 0 && sourceY >= 0 && Double.isFinite(sourceX) && Double.isFinite(sourceY)
                && Double.isFinite(sourceWidth) && Double.isFinite(sourceHeight))) {
            throw new IllegalArgumentException("The part of the image begins within the image");
        }
    }

    /** Room for the whole image. */
    public static Viewport of(int width, int height) {
        return new Viewport(width, height, 0, 0, 0, 0);
    }
}
