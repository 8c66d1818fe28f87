package org.hospitalviewer.dicom.image.jpeg2000;

import org.hospitalviewer.dicom.image.UndecodableImageException;

/** A tag tree (T.800 B.10.2): each node is the smallest value of up to four below it. */
final class TagTree {
    private final int[] widths;
    /** Index of the first node of each level; leaves first. */
    private final int[] starts;
    private final int[] lows;
    private final boolean[] known;

    TagTree(int width, int height) {
        int levels = 1;
        for (int w = width, h = height; w > 1 || h > 1; w = w + 1 >> 1, h = h + 1 >> 1) {
            levels++;
        }
        widths = new int[levels];
        starts = new int[levels];
        int nodes = 0;
        for (int level = 0, w = width, h = height; level < levels; level++, w = w + 1 >> 1, h = h + 1 >> 1) {
            widths[level] = w;
            starts[level] = nodes;
            nodes += w * h;
        }
        lows = new int[nodes];
        known = new boolean[nodes];
    }

    /** Reads on until it is known whether the value of a leaf is below a threshold. */
    boolean isBelow(int x, int y, int threshold, PacketBits bits) throws UndecodableImageException {
        int low = 0;
        for (int level = widths.length - 1; level >= 0; level--) {
            int node = starts[level] + (y >> level) * widths[level] + (x >> level);
            low = Math.max(low, lows[node]);
            while (low < threshold && !known[node]) {
                if (bits.read() == 1) {
                    known[node] = true;
                } else {
                    low++;
                }
            }
            lows[node] = low;
            if (!known[node]) {
                return false;
            }
        }
        return low < threshold;
    }

    /** The whole value of a leaf. */
    int value(int x, int y, int largest, PacketBits bits) throws UndecodableImageException {
        for (int threshold = 1; threshold <= largest + 1; threshold++) {
            if (isBelow(x, y, threshold, bits)) {
                return threshold - 1;
            }
        }
        throw UndecodableImageException.damaged("The JPEG 2000 data has a block with too many empty bit planes.");
    }
}
