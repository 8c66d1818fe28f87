package org.hospitalviewer.dicom.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Samples of pixel data that is not compressed (PS3.5 8.1.1, 8.2). */
final class NativeSamples {

    private NativeSamples() {
    }

    /**
     * Reads a frame.
     *
     * @param bytes     of the frame; the first may also hold the end of the frame before it
     * @param firstBit  where the frame begins in the first byte, 0 to 7; only frames of single bits begin within one
     * @param bigEndian byte order of the samples
     * @throws UndecodableImageException when there are too few bytes
     */
    static Samples read(byte[] bytes, int firstBit, boolean bigEndian, ImagePixels pixels)
            throws UndecodableImageException {
        if (bytes.length < neededBytes(pixels, firstBit)) {
            throw UndecodableImageException.damaged("The pixel data ends after " + bytes.length + " of "
                    + neededBytes(pixels, firstBit) + " bytes of this frame.");
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(bigEndian ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        Samples samples = switch (pixels.kind()) {
            case FLOAT -> floats(buffer, pixels);
            case DOUBLE -> doubles(buffer, pixels);
            case INTEGER -> integers(buffer, firstBit, pixels);
        };
        return pixels.planar() ? Planes.interleaved(samples, pixels) : samples;
    }

    static long neededBytes(ImagePixels pixels, int firstBit) {
        return switch (pixels.photometric()) {
            case YBR_FULL_422, YBR_PARTIAL_422 -> 2L * pixels.pixelsPerFrame();
            case YBR_PARTIAL_420 -> (3L * pixels.pixelsPerFrame() + 1) / 2;
            default -> (firstBit + pixels.samplesPerFrame() * pixels.allocated() + 7) / 8;
        };
    }

    private static Samples integers(ByteBuffer buffer, int firstBit, ImagePixels pixels)
            throws UndecodableImageException {
        if (pixels.photometric().isSubsampled()) {
            return new Samples.Of16(SharedColour.spread(buffer.array(), pixels), false);
        }
        int count = (int) pixels.samplesPerFrame();
        return switch (pixels.allocated()) {
            case 1 -> new Samples.Of16(bits(buffer.array(), firstBit, count), false);
            case 8 -> new SampleBits(pixels).of16(bytes(buffer.array(), count));
            case 16 -> new SampleBits(pixels).of16(shorts(buffer, count));
            default -> new SampleBits(pixels).of32(ints(buffer, count));
        };
    }

    private static short[] bits(byte[] bytes, int firstBit, int count) {
        short[] values = new short[count];
        for (int i = 0, bit = firstBit; i < count; i++, bit++) {
            values[i] = (short) (bytes[bit >> 3] >> (bit & 7) & 1);
        }
        return values;
    }

    private static short[] bytes(byte[] bytes, int count) {
        short[] values = new short[count];
        for (int i = 0; i < count; i++) {
            values[i] = (short) (bytes[i] & 0xFF);
        }
        return values;
    }

    private static short[] shorts(ByteBuffer buffer, int count) {
        short[] values = new short[count];
        buffer.asShortBuffer().get(values);
        return values;
    }

    private static int[] ints(ByteBuffer buffer, int count) {
        int[] values = new int[count];
        buffer.asIntBuffer().get(values);
        return values;
    }

    private static Samples floats(ByteBuffer buffer, ImagePixels pixels) {
        float[] values = new float[(int) pixels.samplesPerFrame()];
        buffer.asFloatBuffer().get(values);
        return new Samples.OfFloat(values);
    }

    private static Samples doubles(ByteBuffer buffer, ImagePixels pixels) {
        double[] values = new double[(int) pixels.samplesPerFrame()];
        buffer.asDoubleBuffer().get(values);
        return new Samples.OfDouble(values);
    }
}
