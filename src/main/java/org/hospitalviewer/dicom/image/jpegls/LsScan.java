package org.hospitalviewer.dicom.image.jpegls;

import org.hospitalviewer.dicom.image.ImagePixels;
import org.hospitalviewer.dicom.image.UndecodableImageException;

/** The lines of a scan in their order (T.87 B.2.3), put into their places among the samples. */
final class LsScan {
    private final LsBitReader bits;
    private final SampleDecoder samples;
    private final int columns;
    private final int rows;
    private final short[] values;
    private final int shift;

    /**
     * A scan.
     *
     * @param values receives the samples pixel by pixel
     * @param shift  of the point transform
     */
    LsScan(LsBitReader bits, CodingParameters parameters, ImagePixels pixels, short[] values, int shift) {
        this.bits = bits;
        this.samples = new SampleDecoder(bits, parameters);
        this.columns = pixels.columns();
        this.rows = pixels.rows();
        this.values = values;
        this.shift = shift;
    }

    void component(int component, int stride) throws UndecodableImageException {
        byLine(new int[] {component}, stride);
    }

    void byLine(int[] components, int stride) throws UndecodableImageException {
        LineDecoder[] lines = new LineDecoder[components.length];
        for (int i = 0; i < lines.length; i++) {
            lines[i] = new LineDecoder(bits, samples, columns);
        }
        for (int row = 0; row < rows; row++) {
            for (int i = 0; i < lines.length; i++) {
                store(lines[i].next(), row, components[i], stride);
            }
            bits.requireData();
        }
    }

    void byPixel(int[] components, int stride) throws UndecodableImageException {
        PixelLineDecoder lines = new PixelLineDecoder(bits, samples, columns, components.length);
        for (int row = 0; row < rows; row++) {
            int[][] line = lines.next();
            for (int i = 0; i < line.length; i++) {
                store(line[i], row, components[i], stride);
            }
            bits.requireData();
        }
    }

    private void store(int[] line, int row, int component, int stride) {
        int at = row * columns * stride + component;
        for (int x = 1; x <= columns; x++, at += stride) {
            values[at] = (short) (line[x] << shift);
        }
    }
}
