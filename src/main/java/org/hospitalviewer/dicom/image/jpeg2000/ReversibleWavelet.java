package org.hospitalviewer.dicom.image.jpeg2000;

import java.util.Arrays;

/** Undoes the reversible 5-3 transform (T.800 F.3) in place, one resolution after the other. */
final class ReversibleWavelet {
    private final int[] values;
    private final int stride;

    /**
     * For coefficients of one component.
     *
     * @param stride columns of the component
     */
    ReversibleWavelet(int[] values, int stride) {
        this.values = values;
        this.stride = stride;
    }

    void undo(TileComponent component) {
        for (int resolution = 1; resolution <= component.style.levels(); resolution++) {
            Area area = component.resolution(resolution);
            Area lower = component.resolution(resolution - 1);
            if (!area.isEmpty()) {
                rows(area, lower.width());
                columns(area, lower.height());
            }
        }
    }

    private void rows(Area area, int low) {
        int width = area.width();
        int parity = area.x0() & 1;
        int[] line = new int[width];
        for (int y = 0; y < area.height(); y++) {
            int start = y * stride;
            for (int i = 0; i < width; i++) {
                line[i] = values[start + source(i, parity, low)];
            }
            lift(line, parity);
            System.arraycopy(line, 0, values, start, width);
        }
    }

    /** Where the sample at a place comes from: the low half first. */
    static int source(int index, int parity, int low) {
        boolean isLow = (index + parity & 1) == 0;
        return isLow ? index - parity >> 1 : low + (index - 1 + parity >> 1);
    }

    private static void lift(int[] line, int parity) {
        int count = line.length;
        if (count == 1) {
            line[0] = parity == 0 ? line[0] : line[0] >> 1;
            return;
        }
        for (int i = parity; i < count; i += 2) {
            line[i] -= line[i > 0 ? i - 1 : 1] + line[i + 1 < count ? i + 1 : count - 2] + 2 >> 2;
        }
        for (int i = 1 - parity; i < count; i += 2) {
            line[i] += line[i > 0 ? i - 1 : 1] + line[i + 1 < count ? i + 1 : count - 2] >> 1;
        }
    }

    /** All columns at once, row by row, which memory likes better. */
    private void columns(Area area, int low) {
        int width = area.width();
        int count = area.height();
        int parity = area.y0() & 1;
        int[][] lines = new int[count][];
        for (int i = 0; i < count; i++) {
            int from = source(i, parity, low) * stride;
            lines[i] = Arrays.copyOfRange(values, from, from + width);
        }
        if (count == 1) {
            halve(lines[0], parity);
        } else {
            for (int i = parity; i < count; i += 2) {
                lowRow(lines[i], lines[i > 0 ? i - 1 : 1], lines[i + 1 < count ? i + 1 : count - 2]);
            }
            for (int i = 1 - parity; i < count; i += 2) {
                highRow(lines[i], lines[i > 0 ? i - 1 : 1], lines[i + 1 < count ? i + 1 : count - 2]);
            }
        }
        for (int i = 0; i < count; i++) {
            System.arraycopy(lines[i], 0, values, i * stride, width);
        }
    }

    private static void halve(int[] line, int parity) {
        for (int i = 0; i < line.length; i++) {
            line[i] >>= parity;
        }
    }

    private static void lowRow(int[] line, int[] before, int[] after) {
        for (int i = 0; i < line.length; i++) {
            line[i] -= before[i] + after[i] + 2 >> 2;
        }
    }

    private static void highRow(int[] line, int[] before, int[] after) {
        for (int i = 0; i < line.length; i++) {
            line[i] += before[i] + after[i] >> 1;
        }
    }
}
