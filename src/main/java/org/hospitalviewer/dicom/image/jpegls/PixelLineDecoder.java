package org.hospitalviewer.dicom.image.jpegls;

import java.util.Arrays;
import org.hospitalviewer.dicom.image.UndecodableImageException;

/** Decodes lines whose samples come pixel by pixel (T.87 B.2.3, interleave mode 2). */
final class PixelLineDecoder {
    private final LsBitReader bits;
    private final SampleDecoder samples;
    private final RunLength runs = new RunLength();
    private final int columns;
    private int[][] above;
    private int[][] lines;

    PixelLineDecoder(LsBitReader bits, SampleDecoder samples, int columns, int components) {
        this.bits = bits;
        this.samples = samples;
        this.columns = columns;
        above = new int[components][columns + 2];
        lines = new int[components][columns + 2];
    }

    /** Decodes the next line of every component; the first samples are at index 1. */
    int[][] next() throws UndecodableImageException {
        int[][] old = above;
        above = lines;
        lines = old;
        for (int c = 0; c < lines.length; c++) {
            above[c][columns + 1] = above[c][columns];
            lines[c][0] = above[c][1];
        }
        int x = 1;
        while (x <= columns) {
            if (isFlat(x)) {
                x = run(x);
            } else {
                for (int c = 0; c < lines.length; c++) {
                    int context = context(c, x);
                    lines[c][x] = samples.regular(context, lines[c][x - 1], above[c][x], above[c][x - 1]);
                }
                x++;
            }
        }
        return lines;
    }

    private boolean isFlat(int x) {
        for (int c = 0; c < lines.length; c++) {
            if (context(c, x) != 0) {
                return false;
            }
        }
        return true;
    }

    private int context(int c, int x) {
        return samples.context(lines[c][x - 1], above[c][x], above[c][x - 1], above[c][x + 1]);
    }

    private int run(int start) throws UndecodableImageException {
        int room = columns - start + 1;
        int length = runs.read(bits, room);
        int end = start + length;
        for (int[] line : lines) {
            Arrays.fill(line, start, end, line[start - 1]);
        }
        if (length == room) {
            return end;
        }
        for (int c = 0; c < lines.length; c++) {
            lines[c][end] = samples.jointRunEnd(lines[c][end - 1], above[c][end], runs.bits());
        }
        runs.shorten();
        return end + 1;
    }
}
