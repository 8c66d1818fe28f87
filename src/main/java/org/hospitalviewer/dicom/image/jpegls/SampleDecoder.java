package org.hospitalviewer.dicom.image.jpegls;

import org.hospitalviewer.dicom.image.UndecodableImageException;

/** Decodes single samples from their neighbours and the statistics of their context (T.87 A.3 to A.7). */
final class SampleDecoder {
    private final LsBitReader bits;
    private final Contexts contexts;
    private final int maxValue;
    private final int near;
    private final int t1;
    private final int t2;
    private final int t3;
    private final int step;
    private final int wholeRange;
    private final int errorBits;
    private final int limit;

    SampleDecoder(LsBitReader bits, CodingParameters parameters) {
        this.bits = bits;
        this.contexts = new Contexts(parameters);
        maxValue = parameters.maxValue();
        near = parameters.near();
        t1 = parameters.threshold1();
        t2 = parameters.threshold2();
        t3 = parameters.threshold3();
        step = parameters.step();
        wholeRange = parameters.range() * step;
        errorBits = parameters.errorBits();
        limit = parameters.limit();
    }

    /** Number of the context with its sign; 0 where all gradients are flat, and a run begins. */
    int context(int left, int above, int corner, int next) {
        return 81 * quantized(next - above) + 9 * quantized(above - corner) + quantized(corner - left);
    }

    private int quantized(int gradient) {
        if (gradient >= -near && gradient <= near) {
            return 0;
        }
        if (gradient < 0) {
            return gradient <= -t3 ? -4 : gradient <= -t2 ? -3 : gradient <= -t1 ? -2 : -1;
        }
        return gradient < t1 ? 1 : gradient < t2 ? 2 : gradient < t3 ? 3 : 4;
    }

    /** A sample of the regular mode. */
    int regular(int signedContext, int left, int above, int corner) throws UndecodableImageException {
        int context = Math.abs(signedContext);
        int sign = signedContext < 0 ? -1 : 1;
        int prediction = Math.clamp(predicted(left, above, corner) + (long) sign * contexts.c[context], 0, maxValue);
        int k = contexts.golomb(context, contexts.a[context]);
        int error = unmapped(code(k, limit), k, context);
        contexts.learn(context, error);
        return reconstructed(prediction, sign * error);
    }

    private static int predicted(int left, int above, int corner) {
        int low = Math.min(left, above);
        int high = Math.max(left, above);
        return corner >= high ? low : corner <= low ? high : left + above - corner;
    }

    private int unmapped(int mapped, int k, int context) {
        boolean negativeFirst = near == 0 && k == 0 && 2 * contexts.b[context] <= -contexts.n[context];
        int error = (mapped & 1) == 0 ? mapped >> 1 : -(mapped >> 1) - 1;
        return negativeFirst ? -error - 1 : error;
    }

    /** A Golomb code of limited length (T.87 A.5.3). */
    private int code(int k, int mostBits) throws UndecodableImageException {
        int longest = mostBits - errorBits - 1;
        int zeros = bits.readZeros(longest);
        return zeros < longest ? zeros << k | bits.read(k) : bits.read(errorBits) + 1;
    }

    private int reconstructed(int prediction, int error) {
        int value = prediction + error * step;
        if (value < -near) {
            value += wholeRange;
        } else if (value > maxValue + near) {
            value -= wholeRange;
        }
        return Math.clamp(value, 0, maxValue);
    }

    /** The sample that ends a run (T.87 A.7.2). */
    int runEnd(int left, int above, int runBits) throws UndecodableImageException {
        boolean equal = Math.abs(left - above) <= near;
        int error = runEndError(equal ? Contexts.RUN_END + 1 : Contexts.RUN_END, runBits);
        return reconstructed(equal ? left : above, !equal && left > above ? -error : error);
    }

    /** The same where the samples of a pixel end a run together: neighbours count as different. */
    int jointRunEnd(int left, int above, int runBits) throws UndecodableImageException {
        int error = runEndError(Contexts.RUN_END, runBits);
        return reconstructed(above, left > above ? -error : error);
    }

    private int runEndError(int context, int runBits) throws UndecodableImageException {
        int equal = context - Contexts.RUN_END;
        int k = contexts.golomb(context, contexts.a[context] + equal * (contexts.n[context] >> 1));
        int mapped = code(k, limit - runBits - 1);
        int doubled = mapped + equal;
        boolean odd = (doubled & 1) == 1;
        int size = doubled + 1 >> 1;
        boolean oddIsNegative = k != 0 || 2 * contexts.b[context] >= contexts.n[context];
        int error = odd == oddIsNegative ? -size : size;
        contexts.learnRunEnd(context, error, mapped);
        return error;
    }

}
