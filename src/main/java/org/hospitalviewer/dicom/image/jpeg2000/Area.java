package org.hospitalviewer.dicom.image.jpeg2000;

/** A rectangle: left and upper edge within, right and lower edge outside. */
record Area(int x0, int y0, int x1, int y1) {

    int width() {
        return x1 - x0;
    }

    int height() {
        return y1 - y0;
    }

    boolean isEmpty() {
        return x1 <= x0 || y1 <= y0;
    }

    /** Every 2<sup>levels</sup>th position from the left and the top, beginning at 0 (T.800 B.5). */
    Area reduced(int levels) {
        return band(levels, 0, 0);
    }

    /** The same for a sub-band whose first position is half way in a direction or not (T.800 equation B-15). */
    Area band(int levels, int halfX, int halfY) {
        long offsetX = levels == 0 ? 0 : (long) halfX << levels - 1;
        long offsetY = levels == 0 ? 0 : (long) halfY << levels - 1;
        return new Area(reduced(x0 - offsetX, levels), reduced(y0 - offsetY, levels), reduced(x1 - offsetX, levels),
                reduced(y1 - offsetY, levels));
    }

    private static int reduced(long position, int levels) {
        return (int) (position + (1L << levels) - 1 >> levels);
    }

    Area within(Area other) {
        return new Area(Math.max(x0, other.x0), Math.max(y0, other.y0), Math.min(x1, other.x1),
                Math.min(y1, other.y1));
    }
}
