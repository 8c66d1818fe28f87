package org.hospitalviewer.dicom.image.render;

/** Which source pixels make a pixel of a scaled row or column, and how much each counts; the shares add up to 1. */
final class Weights {
    private final int[] firsts;
    private final float[][] shares;

    private Weights(int size) {
        firsts = new int[size];
        shares = new float[size][];
    }

    /**
     * Shares along one direction.
     *
     * @param start    of the part in source pixels
     * @param extent   of the part in source pixels
     * @param size     target pixels
     * @param limit    source pixels in all
     * @param mirrored whether the order is turned around
     */
    static Weights of(double start, double extent, int size, int limit, boolean mirrored) {
        Weights weights = new Weights(size);
        double step = extent / size;
        for (int i = 0; i < size; i++) {
            int position = mirrored ? size - 1 - i : i;
            double from = start + position * step;
            if (step >= 1) {
                weights.cover(i, from, from + step, limit);
            } else {
                weights.blend(i, from + step / 2 - 0.5, limit);
            }
        }
        return weights;
    }

    private void cover(int index, double from, double to, int limit) {
        int first = Math.clamp((long) from, 0, limit - 1);
        int last = Math.clamp((long) Math.ceil(to - 1e-9) - 1, first, limit - 1);
        float[] share = new float[last - first + 1];
        double sum = 0;
        for (int i = first; i <= last; i++) {
            double part = Math.max(1e-6, Math.min(to, i + 1) - Math.max(from, i));
            share[i - first] = (float) part;
            sum += part;
        }
        for (int i = 0; i < share.length; i++) {
            share[i] /= (float) sum;
        }
        firsts[index] = first;
        shares[index] = share;
    }

    private void blend(int index, double center, int limit) {
        double inside = Math.clamp(center, 0, limit - 1);
        int first = (int) Math.min(inside, Math.max(0, limit - 2));
        float second = (float) (inside - first);
        firsts[index] = first;
        shares[index] = limit == 1 ? new float[] {1} : new float[] {1 - second, second};
    }

    int first(int target) {
        return firsts[target];
    }

    /** The first source pixel that counts at all. */
    int leftmost() {
        return Math.min(firsts[0], firsts[firsts.length - 1]);
    }

    /** Source pixels from there to the last that counts. */
    int extent() {
        int last = firsts.length - 1;
        return Math.max(firsts[0] + shares[0].length, firsts[last] + shares[last].length) - leftmost();
    }

    /** Of the source pixels from {@link #first} on; not to be changed. */
    float[] shares(int target) {
        return shares[target];
    }
}
