package org.hospitalviewer.dicom.image.jpeg2000;

import java.util.Arrays;

/** Undoes the irreversible 9-7 transform (T.800 F.3, F.4.8.2) in place, one resolution after the other. */
final class IrreversibleWavelet {
    private static final float ALPHA = -1.586134342059924f;
    private static final float BETA = -0.052980118572961f;
    private static final float GAMMA = 0.882911075530934f;
    private static final float DELTA = 0.443506852043971f;
    private static final float K = 1.230174104914001f;

    private final float[] values;
    private final int stride;

    /**
     * For coefficients of one component.
     *
     * @param stride columns of the component
     */
    IrreversibleWavelet(float[] values, int stride) {
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
        float[] line = new float[width];
        for (int y = 0; y < area.height(); y++) {
            int start = y * stride;
            for (int i = 0; i < width; i++) {
                line[i] = values[start + ReversibleWavelet.source(i, parity, low)];
            }
            if (width > 1) {
                lift(line, parity);
            } else if (parity == 1) {
                line[0] /= 2;
            }
            System.arraycopy(line, 0, values, start, width);
        }
    }

    private static void lift(float[] line, int parity) {
        for (int i = 0; i < line.length; i++) {
            line[i] *= (i + parity & 1) == 0 ? K : 1 / K;
        }
        step(line, parity, DELTA);
        step(line, 1 - parity, GAMMA);
        step(line, parity, BETA);
        step(line, 1 - parity, ALPHA);
    }

    private static void step(float[] line, int first, float factor) {
        int count = line.length;
        for (int i = first; i < count; i += 2) {
            line[i] -= factor * (line[i > 0 ? i - 1 : 1] + line[i + 1 < count ? i + 1 : count - 2]);
        }
    }

    /** All columns at once, row by row, which memory likes better. */
    private void columns(Area area, int low) {
        int width = area.width();
        int count = area.height();
        int parity = area.y0() & 1;
        float[][] lines = new float[count][];
        for (int i = 0; i < count; i++) {
            int from = ReversibleWavelet.source(i, parity, low) * stride;
            lines[i] = Arrays.copyOfRange(values, from, from + width);
        }
        if (count > 1) {
            lift(lines, parity);
        } else if (parity == 1) {
            scale(lines[0], 0.5f);
        }
        for (int i = 0; i < count; i++) {
            System.arraycopy(lines[i], 0, values, i * stride, width);
        }
    }

    private static void lift(float[][] lines, int parity) {
        for (int i = 0; i < lines.length; i++) {
            scale(lines[i], (i + parity & 1) == 0 ? K : 1 / K);
        }
        step(lines, parity, DELTA);
        step(lines, 1 - parity, GAMMA);
        step(lines, parity, BETA);
        step(lines, 1 - parity, ALPHA);
    }

    private static void scale(float[] line, float factor) {
        for (int i = 0; i < line.length; i++) {
            line[i] *= factor;
        }
    }

    private static void step(float[][] lines, int first, float factor) {
        int count = lines.length;
        for (int i = first; i < count; i += 2) {
            float[] line = lines[i];
            float[] before = lines[i > 0 ? i - 1 : 1];
            float[] after = lines[i + 1 < count ? i + 1 : count - 2];
            for (int x = 0; x < line.length; x++) {
                line[x] -= factor * (before[x] + after[x]);
            }
        }
    }
}
