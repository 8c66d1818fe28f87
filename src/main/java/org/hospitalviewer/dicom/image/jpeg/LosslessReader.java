package org.hospitalviewer.dicom.image.jpeg;

import java.util.List;
import org.hospitalviewer.dicom.image.UndecodableImageException;

/** Lossless process (T.81 Annex H): each sample is predicted from those to its left and above. */
final class LosslessReader {
    private final FrameHeader frame;
    private final ScanHeader scan;
    private final BitReader bits;
    private final short[] values;
    private final int stride;

    /**
     * A scan of a lossless frame.
     *
     * @param values receives the samples pixel by pixel
     */
    LosslessReader(FrameHeader frame, ScanHeader scan, BitReader bits, short[] values)
            throws UndecodableImageException {
        this.frame = frame;
        this.scan = scan;
        this.bits = bits;
        this.values = values;
        this.stride = frame.components().size();
        if (scan.first() < 1 || scan.first() > 7 || scan.lowBit() >= frame.precision()) {
            throw UndecodableImageException.damaged("The JPEG data names a predictor that does not exist.");
        }
        if (frame.isSubsampled()) {
            throw UndecodableImageException.unsupported("Lossless JPEG with shared colour cannot be decoded here.");
        }
    }

    void run(int restartInterval) throws UndecodableImageException {
        if (restartInterval % frame.columns() != 0) {
            throw UndecodableImageException.unsupported("Lossless JPEG that restarts within a row is not known here.");
        }
        int rowsPerRestart = restartInterval / frame.columns();
        List<Component> components = scan.components();
        int[][] above = new int[components.size()][frame.columns()];
        int[][] current = new int[components.size()][frame.columns()];
        for (int row = 0; row < frame.rows(); row++) {
            boolean restarts = rowsPerRestart > 0 && row % rowsPerRestart == 0;
            if (restarts && row > 0) {
                bits.restart();
            }
            readRow(above, current, row == 0 || restarts);
            bits.requireData();
            for (int i = 0; i < current.length; i++) {
                store(current[i], row, frame.components().indexOf(components.get(i)));
            }
            int[][] last = above;
            above = current;
            current = last;
        }
    }

    private void readRow(int[][] above, int[][] current, boolean first) throws UndecodableImageException {
        int predictor = first ? 1 : scan.first();
        int start = 1 << frame.precision() - scan.lowBit() - 1;
        int columns = frame.columns();
        int count = current.length;
        for (int x = 0; x < columns; x++) {
            for (int i = 0; i < count; i++) {
                int[] line = current[i];
                int prediction = x == 0 ? first ? start : above[i][0]
                        : predictor == 1 ? line[x - 1]
                        : predicted(predictor, line[x - 1], above[i][x], above[i][x - 1]);
                line[x] = prediction + difference(scan.components().get(i).dc) & 0xFFFF;
            }
        }
    }

    /** Prediction from the samples to the left, above, and above left (T.81 Table H.1). */
    private static int predicted(int predictor, int left, int above, int corner) {
        return switch (predictor) {
            case 2 -> above;
            case 3 -> corner;
            case 4 -> left + above - corner;
            case 5 -> left + (above - corner >> 1);
            case 6 -> above + (left - corner >> 1);
            case 7 -> left + above >> 1;
            default -> left;
        };
    }

    private int difference(HuffmanTable codes) throws UndecodableImageException {
        int size = codes.decode(bits);
        if (size > 16) {
            throw UndecodableImageException.damaged("The JPEG data has an impossible difference.");
        }
        // 16 stands for one value alone, without further bits (T.81 H.1.2.2).
        return size == 16 ? 32768 : bits.readExtended(size);
    }

    private void store(int[] line, int row, int component) {
        int at = row * frame.columns() * stride + component;
        int shift = scan.lowBit();
        for (int x = 0; x < line.length; x++, at += stride) {
            values[at] = (short) (line[x] << shift);
        }
    }
}
