package org.hospitalviewer.dicom.image.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScalingTest {

    private static final int WIDTH = 37;
    private static final int HEIGHT = 23;

    private static Picture noise(int channels) {
        byte[] bytes = new byte[WIDTH * HEIGHT * channels];
        new Random(7).nextBytes(bytes);
        return new Picture(WIDTH, HEIGHT, channels, bytes);
    }

    /** Each pixel by itself: all that it covers, by both of its shares. */
    private static double pixel(Picture source, Weights columns, Weights rows, int x, int y, int channel) {
        double sum = 0;
        for (int row = 0; row < rows.shares(y).length; row++) {
            for (int column = 0; column < columns.shares(x).length; column++) {
                int at = (rows.first(y) + row) * WIDTH + columns.first(x) + column;
                sum += (source.bytes()[at * source.channels() + channel] & 0xFF)
                        * (double) rows.shares(y)[row] * columns.shares(x)[column];
            }
        }
        return sum;
    }

    /** Smaller, larger, parts, mirrored both ways; grey and colour. */
    @ParameterizedTest
    @CsvSource({"1, 11, 9, 0, 0, 37, 23", "3, 11, 9, 0, 0, 37, 23", "3, 90, 70, 0, 0, 37, 23", "1, 60, 60, 12, 5, 7, 7",
        "3, 60, 60, 12, 5, -7, 7", "3, 5, 5, 3.5, 2.25, 20, -20", "1, 20, 20, 30, 20, 7, -3", "3, 1, 1, 0, 0, -37, -23",
        "1, 37, 23, 0, 0, 37, 23"})
    void everyPixelIsTheMeanOfWhatItCovers(int channels, int width, int height, double x, double y, double wide, double high)
            throws Exception {
        Picture source = noise(channels);
        Picture scaled = Scaling.fit(source, new Viewport(width, height, x, y, wide, high), 1);

        Weights columns = Weights.of(x, Math.abs(wide), scaled.width(), WIDTH, wide < 0);
        Weights rows = Weights.of(y, Math.abs(high), scaled.height(), HEIGHT, high < 0);
        for (int at = 0; at < scaled.bytes().length; at++) {
            int pixel = at / channels;
            assertThat((double) (scaled.bytes()[at] & 0xFF)).as("byte %d", at).isCloseTo(pixel(source, columns, rows,
                    pixel % scaled.width(), pixel / scaled.width(), at % channels), within(0.501));
        }
    }
}
