package org.hospitalviewer.dicom.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * A decoded frame as native pixel data in explicit VR little endian (PS3.5 8.1.1): placed as the header says, so that
 * Bits Allocated, Bits Stored, High Bit, Pixel Representation and Planar Configuration stay true.
 */
public final class LittleEndianFrame {

    private LittleEndianFrame() {
    }

    /** The bytes; a frame of single bits begins with a byte of its own. */
    public static byte[] bytes(DecodedFrame frame) {
        ImagePixels pixels = frame.pixels();
        byte[] bytes = new byte[(int) length(pixels, frame.samples())];
        ByteBuffer target = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        switch (frame.samples()) {
            case Samples.Of16(short[] values, boolean _) -> {
                switch (pixels.allocated()) {
                    case 1 -> putBits(values, bytes);
                    case 8 -> putBytes(values, bytes, pixels);
                    case 16 -> putShorts(values, target, pixels);
                    default -> putInts(widened(values, pixels), target, pixels);
                }
            }
            case Samples.Of32(int[] values, boolean _) -> putInts(values, target, pixels);
            case Samples.OfFloat(float[] values) -> target.asFloatBuffer().put(values);
            case Samples.OfDouble(double[] values) -> target.asDoubleBuffer().put(values);
        }
        return bytes;
    }

    private static long length(ImagePixels pixels, Samples samples) {
        return ((long) samples.length() * pixels.allocated() + 7) / 8;
    }

    private static void putBits(short[] values, byte[] bytes) {
        for (int i = 0; i < values.length; i++) {
            bytes[i >> 3] |= (byte) ((values[i] & 1) << (i & 7));
        }
    }

    private static void putBytes(short[] values, byte[] bytes, ImagePixels pixels) {
        for (int plane = 0, target = 0; plane < planes(pixels); plane++) {
            for (int i = plane; i < values.length; i += planes(pixels)) {
                bytes[target++] = (byte) (values[i] << pixels.shift());
            }
        }
    }

    private static void putShorts(short[] values, ByteBuffer target, ImagePixels pixels) {
        if (planes(pixels) == 1 && pixels.shift() == 0) {
            target.asShortBuffer().put(values);
            return;
        }
        for (int plane = 0; plane < planes(pixels); plane++) {
            for (int i = plane; i < values.length; i += planes(pixels)) {
                target.putShort((short) (values[i] << pixels.shift()));
            }
        }
    }

    private static void putInts(int[] values, ByteBuffer target, ImagePixels pixels) {
        for (int plane = 0; plane < planes(pixels); plane++) {
            for (int i = plane; i < values.length; i += planes(pixels)) {
                target.putInt(values[i] << pixels.shift());
            }
        }
    }

    private static int planes(ImagePixels pixels) {
        return pixels.planar() ? pixels.samples() : 1;
    }

    private static int[] widened(short[] values, ImagePixels pixels) {
        int[] wide = new int[values.length];
        for (int i = 0; i < values.length; i++) {
            wide[i] = pixels.signed() ? values[i] : values[i] & 0xFFFF;
        }
        return wide;
    }
}
