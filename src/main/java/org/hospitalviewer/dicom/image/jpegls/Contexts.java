package org.hospitalviewer.dicom.image.jpegls;

import java.util.Arrays;

/** Statistics of the contexts of a scan (T.87 A.2.1, A.6): 365 of gradients and two of ends of runs. */
final class Contexts {
    /** Context of the end of a run whose neighbours differ; the next one is that of equal neighbours. */
    static final int RUN_END = 365;
    private static final int COUNT = 367;
    private static final int MAX_CORRECTION = 127;
    private static final int MIN_CORRECTION = -128;

    /** Sum of the sizes of errors. */
    final int[] a = new int[COUNT];
    /** Bias of the errors; of run ends the number of negative ones. */
    final int[] b = new int[COUNT];
    /** Correction of the prediction. */
    final int[] c = new int[COUNT];
    /** Number of samples. */
    final int[] n = new int[COUNT];
    private final int reset;
    private final int step;

    Contexts(CodingParameters parameters) {
        reset = parameters.reset();
        step = parameters.step();
        Arrays.fill(a, Math.max(2, parameters.range() + 32 >> 6));
        Arrays.fill(n, 1);
    }

    /** Golomb parameter k (T.87 A.5.1). */
    int golomb(int context, int sum) {
        int k = 0;
        while (n[context] << k < sum && k < 24) {
            k++;
        }
        return k;
    }

    /** Takes in the error of a regular sample. */
    void learn(int context, int error) {
        b[context] += error * step;
        a[context] += Math.abs(error);
        if (n[context] == reset) {
            a[context] >>= 1;
            b[context] >>= 1;
            n[context] >>= 1;
        }
        n[context]++;
        if (b[context] <= -n[context]) {
            b[context] = Math.max(b[context] + n[context], 1 - n[context]);
            c[context] = Math.max(c[context] - 1, MIN_CORRECTION);
        } else if (b[context] > 0) {
            b[context] = Math.min(b[context] - n[context], 0);
            c[context] = Math.min(c[context] + 1, MAX_CORRECTION);
        }
    }

    /**
     * Takes in the error at the end of a run.
     *
     * @param mapped the number that stood for the error
     */
    void learnRunEnd(int context, int error, int mapped) {
        if (error < 0) {
            b[context]++;
        }
        a[context] += mapped + 1 - (context - RUN_END) >> 1;
        if (n[context] == reset) {
            a[context] >>= 1;
            n[context] >>= 1;
            b[context] >>= 1;
        }
        n[context]++;
    }
}
