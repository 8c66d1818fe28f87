package org.hospitalviewer.dicom.image.jpegls;

import java.util.Arrays;
import org.hospitalviewer.dicom.image.UndecodableImageException;

/** Decodes the lines of one component (T.87 A.2). Lines have one sample more at either end, as neighbours. */
final class LineDecoder {
    private final LsBitReader bits;
    private final SampleDecoder samples;
    private final RunLength runs = new RunLength();
    private final int columns;
    private int[] above;
    private int[] line;

    LineDecoder(LsBitReader bits, SampleDecoder samples, int columns) {
        this.bits = bits;
        this.samples = samples;
        this.columns = columns;
        above = new int[columns + 2];
        line = new int[columns + 2];
    }

    /** Decodes the next line; its first sample is at index 1. */
    int[] next() throws UndecodableImageException {
        int[] old = above;
        above = line;
        line = old;
        above[columns + 1] = above[columns];
        line[0] = above[1];
        int x = 1;
        while (x <= columns) {
            int context = samples.context(line[x - 1], above[x], above[x - 1], above[x + 1]);
            if (context != 0) {
                line[x] = samples.regular(context, line[x - 1], above[x], above[x - 1]);
                x++;
            } else {
                x = run(x);
            }
        }
        return line;
    }

    private int run(int start) throws UndecodableImageException {
        int room = columns - start + 1;
        int length = runs.read(bits, room);
        int value = line[start - 1];
        int end = start + length;
        Arrays.fill(line, start, end, value);
        if (length == room) {
            return end;
        }
        line[end] = samples.runEnd(value, above[end], runs.bits());
        runs.shorten();
        return end + 1;
    }
}
