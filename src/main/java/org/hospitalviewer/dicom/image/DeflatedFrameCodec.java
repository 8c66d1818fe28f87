package org.hospitalviewer.dicom.image;

import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Deflated Image Frame Compression, 1.2.840.10008.1.2.8.1 (PS3.5 A.4.13): each frame a stream of RFC 1951. */
final class DeflatedFrameCodec implements FrameCodec {

    @Override
    public CodedImage decode(byte[] stream, ImagePixels pixels) throws UndecodableImageException {
        PixelBudget.check(pixels, pixels.columns(), pixels.rows(), pixels.samples(), stream.length);
        Samples samples = NativeSamples.read(inflated(stream, (int) NativeSamples.neededBytes(pixels, 0)), 0, false,
                pixels);
        return switch (samples) {
            case Samples.Of16(short[] values, boolean _) -> new CodedImage(pixels.columns(), pixels.rows(),
                    pixels.samples(), pixels.stored(), values, CodedImage.Colour.AS_HEADER_SAYS);
            case Samples.Of32(int[] values, boolean _) -> new CodedImage(pixels.columns(), pixels.rows(),
                    pixels.samples(), pixels.stored(), null, values, CodedImage.Colour.AS_HEADER_SAYS);
            case Samples.OfFloat _, Samples.OfDouble _ -> throw UndecodableImageException.unsupported(
                    "Compressed floating point pixels cannot be decoded here.");
        };
    }

    /** Just as many bytes as a frame has; whatever follows is not looked at. */
    private static byte[] inflated(byte[] stream, int length) throws UndecodableImageException {
        byte[] frame = new byte[length];
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(stream);
            int filled = 0;
            int count = 1;
            while (filled < length && count > 0) {
                count = inflater.inflate(frame, filled, length - filled);
                filled += count;
            }
            if (filled < length) {
                throw UndecodableImageException.damaged("The deflated frame has " + filled + " of " + length
                        + " bytes.");
            }
            return frame;
        } catch (DataFormatException e) {
            throw UndecodableImageException.damaged("The deflated frame is broken.", e);
        } finally {
            inflater.end();
        }
    }
}
