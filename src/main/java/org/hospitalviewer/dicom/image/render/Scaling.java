package org.hospitalviewer.dicom.image.render;

import java.util.Arrays;
import org.hospitalviewer.dicom.image.UndecodableImageException;

/**
 * Fits a part of a picture into a viewport, in the shape that the pixels have in the patient. Smaller: each new pixel
 * is the mean of the area it covers. Larger: pixels are blended with their neighbours.
 */
final class Scaling {

    private Scaling() {
    }

    /**
     * Scales.
     *
     * @param aspect height of a source pixel divided by its width
     */
    static Picture fit(Picture source, Viewport viewport, double aspect) throws UndecodableImageException {
        double x = viewport.sourceX();
        double y = viewport.sourceY();
        double wide = extent(viewport.sourceWidth(), x, source.width());
        double high = extent(viewport.sourceHeight(), y, source.height());
        if (wide <= 0 || high <= 0) {
            throw UndecodableImageException.damaged("The part asked for lies outside of the image.");
        }
        double scale = Math.min(viewport.width() / wide, viewport.height() / (high * aspect));
        int width = Math.clamp(Math.round(wide * scale), 1, viewport.width());
        int height = Math.clamp(Math.round(high * aspect * scale), 1, viewport.height());
        Weights columns = Weights.of(x, wide, width, source.width(), viewport.sourceWidth() < 0);
        Weights rows = Weights.of(y, high, height, source.height(), viewport.sourceHeight() < 0);
        return new Picture(width, height, source.channels(), scaled(source, columns, rows, width, height));
    }

    private static double extent(double asked, double start, int size) {
        double room = size - start;
        return asked == 0 ? room : Math.min(Math.abs(asked), room);
    }

    /** Each new row is first put together from the rows it covers, and then brought to the new width. */
    private static byte[] scaled(Picture source, Weights columns, Weights rows, int width, int height) {
        int channels = source.channels();
        int left = columns.leftmost();
        float[] line = new float[columns.extent() * channels];
        byte[] target = new byte[width * height * channels];
        for (int row = 0; row < height; row++) {
            Arrays.fill(line, 0);
            float[] shares = rows.shares(row);
            for (int i = 0; i < shares.length; i++) {
                add(source.bytes(), ((rows.first(row) + i) * source.width() + left) * channels, shares[i], line);
            }
            narrow(line, channels, columns, target, row * width, width);
        }
        return target;
    }

    /** @param start of the part of the row, in the bytes of the picture */
    private static void add(byte[] bytes, int start, float share, float[] line) {
        for (int i = 0; i < line.length; i++) {
            line[i] += (bytes[start + i] & 0xFF) * share;
        }
    }

    /** @param start of the row in the target, pixels */
    private static void narrow(float[] line, int channels, Weights columns, byte[] target, int start, int width) {
        int left = columns.leftmost();
        for (int x = 0; x < width; x++) {
            float[] shares = columns.shares(x);
            int first = (columns.first(x) - left) * channels;
            for (int channel = 0; channel < channels; channel++) {
                float sum = 0;
                for (int i = 0, at = first + channel; i < shares.length; i++, at += channels) {
                    sum += line[at] * shares[i];
                }
                target[(start + x) * channels + channel] = (byte) Math.min(255, (int) (sum + 0.5f));
            }
        }
    }
}
