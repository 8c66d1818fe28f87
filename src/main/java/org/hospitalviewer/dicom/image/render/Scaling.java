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

    /** First all rows to the new width, one at a time, then weighted into the new rows. */
    private static byte[] scaled(Picture source, Weights columns, Weights rows, int width, int height) {
        int channels = source.channels();
        float[] sums = new float[width * channels];
        byte[] target = new byte[width * height * channels];
        float[][] lines = new float[rows.longest()][];
        int[] lineOf = new int[lines.length];
        Arrays.fill(lineOf, -1);
        for (int row = 0; row < height; row++) {
            Arrays.fill(sums, 0);
            for (int i = rows.first(row); i < rows.first(row) + rows.count(row); i++) {
                int slot = i % lines.length;
                if (lineOf[slot] != i) {
                    lines[slot] = narrowed(source, i, columns, width, lines[slot]);
                    lineOf[slot] = i;
                }
                float weight = rows.weight(row, i);
                float[] line = lines[slot];
                for (int at = 0; at < sums.length; at++) {
                    sums[at] += line[at] * weight;
                }
            }
            for (int at = 0; at < sums.length; at++) {
                target[row * sums.length + at] = (byte) Math.clamp(Math.round(sums[at]), 0, 255);
            }
        }
        return target;
    }

    private static float[] narrowed(Picture source, int row, Weights columns, int width, float[] reused) {
        int channels = source.channels();
        float[] line = reused == null ? new float[width * channels] : reused;
        byte[] bytes = source.bytes();
        int start = row * source.width() * channels;
        for (int x = 0; x < width; x++) {
            int first = columns.first(x);
            int count = columns.count(x);
            for (int channel = 0; channel < channels; channel++) {
                float sum = 0;
                for (int i = first, at = start + first * channels + channel; i < first + count; i++, at += channels) {
                    sum += (bytes[at] & 0xFF) * columns.weight(x, i);
                }
                line[x * channels + channel] = sum;
            }
        }
        return line;
    }
}
