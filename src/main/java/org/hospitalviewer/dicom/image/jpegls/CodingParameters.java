package org.hospitalviewer.dicom.image.jpegls;

import org.hospitalviewer.dicom.image.UndecodableImageException;

/**
 * Parameters of a scan (T.87 A.2.1, C.2.4.1.1).
 *
 * @param maxValue   largest sample (MAXVAL)
 * @param near       largest error of a sample; 0 when lossless
 * @param threshold1 of the gradients
 * @param threshold2 of the gradients
 * @param threshold3 of the gradients
 * @param reset      samples of a context after which its statistics are halved
 */
record CodingParameters(int maxValue, int near, int threshold1, int threshold2, int threshold3, int reset) {
    private static final int DEFAULT_RESET = 64;

    /** What holds where the stream says nothing; values of 0 in the segment mean the same. */
    static CodingParameters of(int precision, int near, int[] preset) throws UndecodableImageException {
        int maxValue = preset[0] == 0 ? (1 << precision) - 1 : preset[0];
        if (maxValue >= 1 << precision || near < 0 || near > Math.min(255, maxValue / 2)) {
            throw UndecodableImageException.damaged("The JPEG-LS data names impossible parameters.");
        }
        int[] basic = basicThresholds(maxValue, near);
        int t1 = preset[1] == 0 ? basic[0] : preset[1];
        int t2 = preset[2] == 0 ? basic[1] : preset[2];
        int t3 = preset[3] == 0 ? basic[2] : preset[3];
        if (t1 <= near || t2 < t1 || t3 < t2 || t3 > maxValue) {
            throw UndecodableImageException.damaged("The JPEG-LS data names impossible thresholds.");
        }
        return new CodingParameters(maxValue, near, t1, t2, t3, preset[4] == 0 ? DEFAULT_RESET : preset[4]);
    }

    private static int[] basicThresholds(int maxValue, int near) {
        int t1;
        int t2;
        int t3;
        if (maxValue >= 128) {
            int factor = Math.min(maxValue, 4095) + 128 >> 8;
            t1 = factor + 2 + 3 * near;
            t2 = factor * 4 + 3 + 5 * near;
            t3 = factor * 17 + 4 + 7 * near;
        } else {
            int factor = 256 / (maxValue + 1);
            t1 = Math.max(2, 3 / factor + 3 * near);
            t2 = Math.max(3, 7 / factor + 5 * near);
            t3 = Math.max(4, 21 / factor + 7 * near);
        }
        t1 = within(t1, near + 1, maxValue);
        t2 = within(t2, t1, maxValue);
        return new int[] {t1, t2, within(t3, t2, maxValue)};
    }

    private static int within(int value, int least, int most) {
        return value > most || value < least ? least : value;
    }

    /** Number of different prediction errors (RANGE). */
    int range() {
        return (maxValue + 2 * near) / step() + 1;
    }

    /** Distance of two neighbouring reconstructed values. */
    int step() {
        return 2 * near + 1;
    }

    /** Bits of an error that is written as it is (qbpp). */
    int errorBits() {
        return Integer.SIZE - Integer.numberOfLeadingZeros(range() - 1);
    }

    /** Longest code of an error in bits (LIMIT). */
    int limit() {
        int bits = Math.max(2, Integer.SIZE - Integer.numberOfLeadingZeros(maxValue));
        return 2 * (bits + Math.max(8, bits));
    }
}
