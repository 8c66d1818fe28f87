package org.hospitalviewer.dicom.image.jpeg;

import java.io.IOException;
import org.hospitalviewer.dicom.image.CodedImage;
import org.hospitalviewer.dicom.image.ImagePixels;
import org.hospitalviewer.dicom.image.PixelBudget;
import org.hospitalviewer.dicom.image.UndecodableImageException;

/** One JPEG image on its way from markers to samples (T.81 B.2, Annex E). */
final class JpegImage {
    /** Progressive images have some ten; without a limit a small file could keep a processor busy. */
    private static final int MAX_SCANS = 256;
    private static final int MAX_COMPONENTS = 4;

    private final byte[] data;
    private final ImagePixels pixels;
    private final Tables tables = new Tables();
    private FrameHeader frame;
    private short[] lossless;
    private boolean jfif;
    /** Transform flag of Adobe's segment: 0 none, 1 YCbCr; -1 without segment. */
    private int adobeTransform = -1;
    private int scans;

    JpegImage(byte[] data, ImagePixels pixels) {
        this.data = data;
        this.pixels = pixels;
    }

    CodedImage decode() throws IOException {
        if (!JpegCodec.isJpeg(data)) {
            throw UndecodableImageException.damaged("The compressed image does not begin as JPEG does.");
        }
        int position = 2;
        for (int marker = next(position); marker != Marker.EOI; marker = next(position)) {
            position = afterFill(position);
            if (Marker.isAlone(marker)) {
                continue;
            }
            int end = position + (position + 1 < data.length
                    ? (data[position] & 0xFF) << 8 | data[position + 1] & 0xFF : 2);
            if (end > data.length) {
                throw UndecodableImageException.damaged("The JPEG data ends within a header.");
            }
            position = read(marker, new Segment(data, position + 2, end), end);
        }
        return image();
    }

    /** The marker at or behind a position; the end of the data counts as the end of the image. */
    private int next(int position) {
        int at = afterFill(position) - 1;
        return at < data.length && at > 0 ? data[at] & 0xFF : Marker.EOI;
    }

    /** First byte behind the marker at or behind a position. */
    private int afterFill(int position) {
        int at = position;
        while (at < data.length && data[at] != (byte) 0xFF) {
            at++;
        }
        while (at < data.length && data[at] == (byte) 0xFF) {
            at++;
        }
        return at + 1;
    }

    private int read(int marker, Segment segment, int end) throws IOException {
        if (Marker.isFrameHeader(marker)) {
            begin(FrameHeader.read(marker, segment));
            return end;
        }
        switch (marker) {
            case Marker.DHT -> tables.readHuffman(segment);
            case Marker.DQT -> tables.readQuantization(segment);
            case Marker.DRI -> tables.readRestartInterval(segment);
            case Marker.APP0 -> jfif |= segment.startsWith("JFIF");
            case Marker.APP14 -> readAdobe(segment);
            case Marker.SOS -> {
                return scan(segment);
            }
            default -> {
                // Comments and what applications add.
            }
        }
        return end;
    }

    private void readAdobe(Segment segment) throws UndecodableImageException {
        if (segment.startsWith("Adobe") && segment.remaining() >= 12) {
            segment.skip(11);
            adobeTransform = segment.u8();
        }
    }

    private void begin(FrameHeader header) throws UndecodableImageException {
        if (frame != null || header.components().size() > MAX_COMPONENTS) {
            throw UndecodableImageException.damaged("The JPEG data has more than one image in a frame.");
        }
        if (!header.hasWholeRatios()) {
            throw UndecodableImageException.unsupported("JPEG with such shared colour cannot be decoded here.");
        }
        PixelBudget.check(pixels, header.columns(), header.rows(), header.components().size(), data.length);
        frame = header;
        frame.lay();
        if (frame.isLossless()) {
            lossless = new short[(int) pixels.samplesPerFrame()];
            return;
        }
        for (Component component : frame.components()) {
            if (frame.isProgressive()) {
                component.coefficients = new short[component.samples()];
            } else {
                component.plane = new short[component.samples()];
            }
        }
    }

    /** Decodes a scan; gives where the next marker begins. */
    private int scan(Segment segment) throws IOException {
        if (frame == null || ++scans > MAX_SCANS) {
            throw UndecodableImageException.damaged("The JPEG data has a scan without a frame, or too many.");
        }
        ScanHeader scan = ScanHeader.read(segment, frame, tables);
        BitReader bits = new BitReader(data, segment.position());
        if (frame.isLossless()) {
            for (Component component : scan.components()) {
                Tables.present(component.dc);
            }
            new LosslessReader(frame, scan, bits, lossless).run(tables.restartInterval());
        } else {
            BlockScan.BlockReader reader = frame.isProgressive() ? new ProgressiveReader(bits, scan)
                    : new SequentialReader(bits, tables, scan, new InverseDct(frame.precision()));
            new BlockScan(frame, scan.components(), tables.restartInterval(), bits, reader).run();
        }
        return bits.end();
    }

    private CodedImage image() throws UndecodableImageException {
        if (frame == null || scans == 0) {
            throw UndecodableImageException.damaged("The JPEG data has no picture.");
        }
        short[] values = frame.isLossless() ? lossless : values();
        return new CodedImage(frame.columns(), frame.rows(), frame.components().size(), frame.precision(), values,
                colour());
    }

    private short[] values() throws UndecodableImageException {
        if (frame.isProgressive()) {
            for (Component component : frame.components()) {
                transform(component);
            }
        }
        int count = frame.components().size();
        int columns = frame.columns();
        short[] values = new short[columns * frame.rows() * count];
        for (int i = 0; i < count; i++) {
            Component component = frame.components().get(i);
            Upsampling upsampling = new Upsampling(component, frame);
            for (int row = 0; row < frame.rows(); row++) {
                upsampling.row(row, columns, values, row * columns * count + i, count);
            }
            component.plane = null;
        }
        return values;
    }

    private void transform(Component component) throws UndecodableImageException {
        int[] steps = tables.quantization(component.quantization);
        InverseDct inverse = new InverseDct(frame.precision());
        component.plane = new short[component.samples()];
        int[] block = new int[64];
        for (int index = 0; index < component.samples() / 64; index++) {
            for (int k = 0; k < 64; k++) {
                block[ZigZag.ORDER[k]] = component.coefficients[index * 64 + k] * steps[k];
            }
            int at = index / component.paddedBlocksWide * 8 * component.stride()
                    + index % component.paddedBlocksWide * 8;
            inverse.transform(block, component.plane, at, component.stride());
        }
        component.coefficients = null;
    }

    /** By Adobe's flag, else by JFIF, which knows no RGB; colour that is shared can only be YCbCr. */
    private CodedImage.Colour colour() {
        if (frame.components().size() != 3) {
            return CodedImage.Colour.AS_HEADER_SAYS;
        }
        if (adobeTransform >= 0) {
            return adobeTransform == 0 ? CodedImage.Colour.RGB : CodedImage.Colour.YCBCR;
        }
        if (frame.isLossless()) {
            return CodedImage.Colour.AS_HEADER_SAYS;
        }
        return jfif || frame.isSubsampled() ? CodedImage.Colour.YCBCR : CodedImage.Colour.AS_HEADER_SAYS;
    }
}
