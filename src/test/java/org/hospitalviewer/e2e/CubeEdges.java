package org.hospitalviewer.e2e;

/**
 * The cube in the phantom's head, where its values cross half of the way between air and plastic. Places are in pixels
 * of the image, the left edge of the first pixel being 0.
 */
record CubeEdges(double left, double right) {

    /** The cube was made with edges of 20 mm. */
    static final double EDGE_MM = 20;
    /** A row of pixels through the middle of the cube. */
    static final int ROW = 195;
    private static final int INSIDE = 286;
    private static final int OUTSIDE_LEFT = 256;

    static CubeEdges of(Phantom slice) {
        double half = (slice.hounsfield(INSIDE, ROW) + slice.hounsfield(OUTSIDE_LEFT, ROW)) / 2;
        return new CubeEdges(crossing(slice, half, -1), crossing(slice, half, 1));
    }

    double middle() {
        return (left + right) / 2;
    }

    /** Linear between the centres of the last pixel above and the first one below. */
    private static double crossing(Phantom slice, double half, int step) {
        int column = INSIDE;
        while (slice.hounsfield(column + step, ROW) > half) {
            column += step;
        }
        double above = slice.hounsfield(column, ROW);
        double below = slice.hounsfield(column + step, ROW);
        return column + 0.5 + step * (above - half) / (above - below);
    }
}
