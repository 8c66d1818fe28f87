package org.hospitalviewer.dicom.image.jpeg;

import java.util.Arrays;

/**
 * Inverse DCT (T.81 A.3.3) in integers, factored as by Loeffler, Ligtenberg and Moschytz (ICASSP 1989) with constants
 * of 13 bits, as the reference decoders of DICOM viewers do: their results and these are the same, bit by bit.
 */
final class InverseDct {
    private static final int SCALE_BITS = 13;
    private static final int C_0_298 = scaled(0.298631336);
    private static final int C_0_390 = scaled(0.390180644);
    private static final int C_0_541 = scaled(0.541196100);
    private static final int C_0_765 = scaled(0.765366865);
    private static final int C_0_899 = scaled(0.899976223);
    private static final int C_1_175 = scaled(1.175875602);
    private static final int C_1_501 = scaled(1.501321110);
    private static final int C_1_847 = scaled(1.847759065);
    private static final int C_1_961 = scaled(1.961570560);
    private static final int C_2_053 = scaled(2.053119869);
    private static final int C_2_562 = scaled(2.562915447);
    private static final int C_3_072 = scaled(3.072711026);

    /** Bits that are kept between the passes; fewer for wide samples, so that 32 bits suffice. */
    private final int keptBits;
    private final int middle;
    private final int max;
    private final int[] work = new int[64];
    private final int[] line = new int[8];

    InverseDct(int precision) {
        keptBits = precision == 8 ? 2 : 1;
        middle = 1 << precision - 1;
        max = (1 << precision) - 1;
    }

    private static int scaled(double constant) {
        return (int) Math.round(constant * (1 << SCALE_BITS));
    }

    /**
     * Transforms a block.
     *
     * @param block   dequantized coefficients, row by row
     * @param samples receives the samples, limited to their range
     * @param at      index of the block's first sample
     * @param stride  samples from one row to the next
     */
    void transform(int[] block, short[] samples, int at, int stride) {
        for (int column = 0; column < 8; column++) {
            transformColumn(block, column);
        }
        int shift = SCALE_BITS + keptBits + 3;
        int half = 1 << shift - 1;
        for (int row = 0; row < 8; row++) {
            int first = row * 8;
            transformLine(work[first], work[first + 1], work[first + 2], work[first + 3], work[first + 4],
                    work[first + 5], work[first + 6], work[first + 7]);
            int target = at + row * stride;
            for (int i = 0; i < 8; i++) {
                samples[target + i] = limited(line[i] + half >> shift);
            }
        }
    }

    /** A block of one value (all but the first coefficient are zero). */
    void fill(int dc, short[] samples, int at, int stride) {
        int kept = dc << keptBits;
        short value = limited(kept + (1 << keptBits + 2) >> keptBits + 3);
        for (int row = 0; row < 8; row++) {
            Arrays.fill(samples, at + row * stride, at + row * stride + 8, value);
        }
    }

    private short limited(int centred) {
        return (short) Math.clamp(centred + middle, 0, max);
    }

    private void transformColumn(int[] block, int column) {
        int shift = SCALE_BITS - keptBits;
        int half = 1 << shift - 1;
        transformLine(block[column], block[column + 8], block[column + 16], block[column + 24], block[column + 32],
                block[column + 40], block[column + 48], block[column + 56]);
        for (int i = 0; i < 8; i++) {
            work[column + i * 8] = line[i] + half >> shift;
        }
    }

    /** One dimension; the result is scaled by {@link #SCALE_BITS} and the square root of 8. */
    private void transformLine(int c0, int c1, int c2, int c3, int c4, int c5, int c6, int c7) {
        int turned = (c2 + c6) * C_0_541;
        int low = turned - c6 * C_1_847;
        int high = turned + c2 * C_0_765;
        int sum = c0 + c4 << SCALE_BITS;
        int difference = c0 - c4 << SCALE_BITS;

        int c75 = (c7 + c3 + c5 + c1) * C_1_175;
        int outer = (c7 + c1) * -C_0_899;
        int inner = (c5 + c3) * -C_2_562;
        int left = (c7 + c3) * -C_1_961 + c75;
        int right = (c5 + c1) * -C_0_390 + c75;
        int odd0 = c1 * C_1_501 + outer + right;
        int odd1 = c3 * C_3_072 + inner + left;
        int odd2 = c5 * C_2_053 + inner + right;
        int odd3 = c7 * C_0_298 + outer + left;

        line[0] = sum + high + odd0;
        line[7] = sum + high - odd0;
        line[1] = difference + low + odd1;
        line[6] = difference + low - odd1;
        line[2] = difference - low + odd2;
        line[5] = difference - low - odd2;
        line[3] = sum - high + odd3;
        line[4] = sum - high - odd3;
    }
}
