package org.hospitalviewer.dicom.image.jpeg2000;

import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.hospitalviewer.dicom.image.CodedImage;
import org.hospitalviewer.dicom.image.FrameCodec;
import org.hospitalviewer.dicom.image.ImagePixels;
import org.hospitalviewer.dicom.image.PixelBudget;
import org.hospitalviewer.dicom.image.UndecodableImageException;

/** JPEG 2000, reversible and not: 1.2.840.10008.1.2.4.90 and .91 (PS3.5 A.4.4). */
public final class Jpeg2000Codec implements FrameCodec {
    /** Tiles, precincts and code-blocks, each with its layers, that the library may keep records of. */
    private static final long MAX_PARTS = 1 << 20;
    private static final int MAX_PRECISION = 16;
    /** Place of the capabilities in the codestream, behind SOC, SIZ and its length. */
    private static final int CAPABILITIES = 6;

    @Override
    public CodedImage decode(byte[] stream, ImagePixels pixels) throws IOException {
        CodestreamHeader header = CodestreamHeader.read(stream);
        PixelBudget.check(pixels, header.columns(), header.rows(), header.components(), stream.length);
        checkParts(header, pixels);
        byte[] codestream = Arrays.copyOfRange(stream, header.start(), stream.length);
        // The library refuses any profile but one; they only restrict what the stream may contain (T.800 A.5.1).
        codestream[CAPABILITIES] = 0;
        codestream[CAPABILITIES + 1] = 0;
        Raster raster = read(codestream);
        if (raster.getWidth() != pixels.columns() || raster.getHeight() != pixels.rows()
                || raster.getNumBands() != pixels.samples()) {
            throw UndecodableImageException.damaged("The JPEG 2000 data holds another number of pixels than it says.");
        }
        return new CodedImage(pixels.columns(), pixels.rows(), pixels.samples(), header.precision(), values(raster),
                CodedImage.Colour.AS_HEADER_SAYS);
    }

    private static void checkParts(CodestreamHeader header, ImagePixels pixels) throws UndecodableImageException {
        if (header.precision() > MAX_PRECISION) {
            throw UndecodableImageException.unsupported("JPEG 2000 with samples of " + header.precision()
                    + " bits cannot be decoded here.");
        }
        long blocks = pixels.samplesPerFrame() / Math.min(header.blockSamples(), header.precinctSamples());
        if (header.layers() < 1 || (header.tiles() + blocks) * header.layers() > MAX_PARTS) {
            throw UndecodableImageException.tooLarge("The JPEG 2000 data is cut into too many small parts.");
        }
    }

    private static Raster read(byte[] codestream) throws IOException {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName("jpeg2000");
        if (!readers.hasNext()) {
            throw UndecodableImageException.unsupported("The part of the program that reads JPEG 2000 is missing.");
        }
        ImageReader reader = readers.next();
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(codestream))) {
            reader.setInput(in, true, true);
            return reader.readRaster(0, null);
        } catch (RuntimeException | Error | IOException e) {
            // The library signals broken data by any of these, Error included; only lack of memory is something else.
            if (e instanceof VirtualMachineError failure && !(e instanceof StackOverflowError)) {
                throw failure;
            }
            throw UndecodableImageException.damaged("The JPEG 2000 data cannot be decoded: " + e.getMessage() + ".", e);
        } finally {
            reader.dispose();
        }
    }

    private static short[] values(Raster raster) throws UndecodableImageException {
        Object elements = raster.getDataElements(0, 0, raster.getWidth(), raster.getHeight(), null);
        return switch (elements) {
            case short[] shorts -> shorts;
            case byte[] bytes -> {
                short[] shorts = new short[bytes.length];
                for (int i = 0; i < bytes.length; i++) {
                    shorts[i] = (short) (bytes[i] & 0xFF);
                }
                yield shorts;
            }
            default -> throw UndecodableImageException.unsupported("JPEG 2000 of this depth cannot be decoded here.");
        };
    }
}
