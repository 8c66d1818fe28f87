package org.hospitalviewer.dicom.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * RLE Lossless (PS3.5 Annex G): every byte of the samples is a plane of its own, the most significant first, each
 * packed as PackBits does.
 */
final class RleCodec implements FrameCodec {
    private static final int HEADER_BYTES = 64;
    private static final int MAX_SEGMENTS = 15;
    /** Two bytes make at most 128. */
    private static final int MAX_GROWTH = 64;

    @Override
    public CodedImage decode(byte[] stream, ImagePixels pixels) throws UndecodableImageException {
        if (stream.length < HEADER_BYTES) {
            throw UndecodableImageException.damaged("The RLE data ends within its header.");
        }
        int bytesPerSample = pixels.allocated() / 8;
        int segments = pixels.samples() * bytesPerSample;
        ByteBuffer header = ByteBuffer.wrap(stream).order(ByteOrder.LITTLE_ENDIAN);
        if (segments < 1 || segments > MAX_SEGMENTS || header.getInt(0) != segments) {
            throw UndecodableImageException.damaged("The RLE data has " + Integer.toUnsignedString(header.getInt(0))
                    + " segments, where the header of the image needs " + segments + ".");
        }
        if (pixels.samplesPerFrame() * bytesPerSample > (long) MAX_GROWTH * stream.length) {
            throw UndecodableImageException.damaged("The RLE data is too short for the size of the image.");
        }
        return bytesPerSample <= 2 ? narrow(stream, header, pixels, bytesPerSample)
                : wide(stream, header, pixels, bytesPerSample);
    }

    private static CodedImage narrow(byte[] stream, ByteBuffer header, ImagePixels pixels, int bytesPerSample)
            throws UndecodableImageException {
        int samples = pixels.samples();
        short[] values = new short[(int) pixels.samplesPerFrame()];
        byte[] plane = new byte[pixels.pixelsPerFrame()];
        for (int segment = 0; segment < samples * bytesPerSample; segment++) {
            unpack(stream, header, segment, plane);
            int shift = 8 * (bytesPerSample - 1 - segment % bytesPerSample);
            for (int i = 0, at = segment / bytesPerSample; i < plane.length; i++, at += samples) {
                values[at] |= (short) ((plane[i] & 0xFF) << shift);
            }
        }
        return new CodedImage(pixels.columns(), pixels.rows(), samples, pixels.allocated(), values,
                CodedImage.Colour.AS_HEADER_SAYS);
    }

    private static CodedImage wide(byte[] stream, ByteBuffer header, ImagePixels pixels, int bytesPerSample)
            throws UndecodableImageException {
        int samples = pixels.samples();
        int[] values = new int[(int) pixels.samplesPerFrame()];
        byte[] plane = new byte[pixels.pixelsPerFrame()];
        for (int segment = 0; segment < samples * bytesPerSample; segment++) {
            unpack(stream, header, segment, plane);
            int shift = 8 * (bytesPerSample - 1 - segment % bytesPerSample);
            for (int i = 0, at = segment / bytesPerSample; i < plane.length; i++, at += samples) {
                values[at] |= (plane[i] & 0xFF) << shift;
            }
        }
        return new CodedImage(pixels.columns(), pixels.rows(), samples, pixels.allocated(), null, values,
                CodedImage.Colour.AS_HEADER_SAYS);
    }

    private static void unpack(byte[] stream, ByteBuffer header, int segment, byte[] plane)
            throws UndecodableImageException {
        long start = Integer.toUnsignedLong(header.getInt(4 + 4 * segment));
        if (start < HEADER_BYTES || start > stream.length) {
            throw UndecodableImageException.damaged("The RLE data has a segment outside of it.");
        }
        int filled = unpack(stream, (int) start, end(stream, header, segment, start), plane);
        if (filled < plane.length) {
            throw UndecodableImageException.damaged("The RLE data ends after " + filled + " of " + plane.length
                    + " pixels.");
        }
    }

    private static int end(byte[] stream, ByteBuffer header, int segment, long start) {
        long next = segment + 1 < header.getInt(0) ? Integer.toUnsignedLong(header.getInt(8 + 4 * segment)) : 0;
        return next > start && next <= stream.length ? (int) next : stream.length;
    }

    /** PackBits (PS3.5 G.3.2); gives the number of bytes made. What exceeds the plane is padding. */
    private static int unpack(byte[] stream, int from, int end, byte[] plane) {
        int at = from;
        int filled = 0;
        while (at < end && filled < plane.length) {
            int control = stream[at++];
            if (control >= 0) {
                int count = Math.min(Math.min(control + 1, end - at), plane.length - filled);
                System.arraycopy(stream, at, plane, filled, count);
                at += control + 1;
                filled += count;
            } else if (control != -128 && at < end) {
                int count = Math.min(1 - control, plane.length - filled);
                Arrays.fill(plane, filled, filled + count, stream[at++]);
                filled += count;
            }
        }
        return filled;
    }
}
