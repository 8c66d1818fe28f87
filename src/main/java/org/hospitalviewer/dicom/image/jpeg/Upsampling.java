package org.hospitalviewer.dicom.image.jpeg;

/**
 * Gives every pixel its own samples where components are coded at half the resolution: weighted 3 to 1 by the distance
 * to the nearest coded samples, as the reference decoders of DICOM viewers do; other ratios repeat samples.
 */
final class Upsampling {
    private final Component component;
    private final int columnRatio;
    private final int rowRatio;
    /** Two rows of the component, weighted; the sum is four times a sample, or once where rows are not halved. */
    private final int[] blended;

    Upsampling(Component component, FrameHeader frame) {
        this.component = component;
        this.columnRatio = frame.maxHorizontal() / component.horizontal;
        this.rowRatio = frame.maxVertical() / component.vertical;
        this.blended = new int[component.columns];
    }

    /** Puts the component's samples of one row of the picture into every {@code stride}th value. */
    void row(int row, int columns, short[] values, int at, int stride) {
        boolean smooth = component.columns > 2;
        if (columnRatio == 2 && rowRatio <= 2 && smooth) {
            int weight = rowRatio == 2 ? blend(row) : alone(row);
            widen(columns, values, at, stride, weight);
        } else if (columnRatio == 1 && rowRatio == 2) {
            blend(row);
            int bias = (row & 1) == 0 ? 1 : 2;
            for (int x = 0; x < columns; x++) {
                values[at + x * stride] = (short) (blended[x] + bias >> 2);
            }
        } else {
            repeat(row, columns, values, at, stride);
        }
    }

    private int alone(int row) {
        int first = row * component.stride();
        for (int x = 0; x < blended.length; x++) {
            blended[x] = component.plane[first + x];
        }
        return 1;
    }

    /** The nearer row three times, the other once; beyond the edge is as at the edge. */
    private int blend(int row) {
        int near = row / 2;
        int far = Math.clamp((row & 1) == 0 ? near - 1L : near + 1L, 0, component.rows - 1);
        int nearAt = near * component.stride();
        int farAt = far * component.stride();
        for (int x = 0; x < blended.length; x++) {
            blended[x] = 3 * component.plane[nearAt + x] + component.plane[farAt + x];
        }
        return 4;
    }

    /** The rounding alternates, so that no drift to brighter samples arises. */
    private void widen(int columns, short[] values, int at, int stride, int weight) {
        int shift = weight == 4 ? 4 : 2;
        int leftBias = weight == 4 ? 8 : 1;
        int rightBias = weight == 4 ? 7 : 2;
        int last = blended.length - 1;
        for (int x = 0; x < columns; x++) {
            int near = x / 2;
            boolean left = (x & 1) == 0;
            int far = left ? Math.max(near - 1, 0) : Math.min(near + 1, last);
            int bias = left ? leftBias : rightBias;
            values[at + x * stride] = (short) (3 * blended[near] + blended[far] + bias >> shift);
        }
    }

    private void repeat(int row, int columns, short[] values, int at, int stride) {
        int first = Math.min(row / rowRatio, component.rows - 1) * component.stride();
        for (int x = 0; x < columns; x++) {
            values[at + x * stride] = component.plane[first + Math.min(x / columnRatio, component.columns - 1)];
        }
    }
}
