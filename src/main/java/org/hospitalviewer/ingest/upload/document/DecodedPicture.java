package org.hospitalviewer.ingest.upload.document;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** A picture as RGB in the way it is to be looked at. Only one is held at a time: it may need 160 MB. */
final class DecodedPicture {

    /** Some phones make 50 million pixels; they are kept as JPEG and never decoded whole. */
    static final long MOST_PIXELS = 40_000_000;
    private static final int WHITE = 0xFF;

    private final BufferedImage image;
    private final int orientation;

    private DecodedPicture(BufferedImage image, int orientation) {
        this.image = image;
        this.orientation = orientation;
    }

    /**
     * Decodes.
     *
     * @param orientation how the camera was held (Exif 2.3 4.6.4)
     * @throws UnfitDocumentException when it is damaged, or larger than {@link #MOST_PIXELS}
     */
    static DecodedPicture read(Path file, String format, int orientation) throws IOException, UnfitDocumentException {
        return new DecodedPicture(decode(file, format, 1), orientation);
    }

    /** Finds out whether it can be decoded at all, without holding it. */
    static void check(Path file, String format) throws IOException, UnfitDocumentException {
        decode(file, format, 16);
    }

    private static BufferedImage decode(Path file, String format, int step) throws IOException, UnfitDocumentException {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format);
        ImageReader reader = readers.next();
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            reader.setInput(in, true, true);
            if (step == 1 && (long) reader.getWidth(0) * reader.getHeight(0) > MOST_PIXELS) {
                throw new UnfitDocumentException("The picture has more than " + MOST_PIXELS / 1_000_000
                        + " million pixels. Make it smaller first.");
            }
            ImageReadParam every = reader.getDefaultReadParam();
            every.setSourceSubsampling(step, step, 0, 0);
            String[] trouble = new String[1];
            reader.addIIOReadWarningListener((_, warning) -> trouble[0] = warning);
            BufferedImage image = reader.read(0, every);
            if (trouble[0] != null && trouble[0].toLowerCase(Locale.ROOT).matches(".*(premature|corrupt).*")) {
                throw new UnfitDocumentException("The picture is damaged.");
            }
            return image;
        } catch (IOException | RuntimeException damaged) {
            throw new UnfitDocumentException("The picture is damaged.");
        } finally {
            reader.dispose();
        }
    }

    private boolean isTurned() {
        return orientation >= 5;
    }

    int rows() {
        return isTurned() ? image.getWidth() : image.getHeight();
    }

    int columns() {
        return isTurned() ? image.getHeight() : image.getWidth();
    }

    long bytes() {
        return 3L * rows() * columns();
    }

    /** Row by row, red, green, blue; what is transparent is white. */
    void writeTo(OutputStream out) throws IOException {
        byte[] row = new byte[3 * columns()];
        for (int y = 0; y < rows(); y++) {
            int[] line = line(y);
            for (int x = 0; x < line.length; x++) {
                int alpha = line[x] >>> 24;
                for (int sample = 0; sample < 3; sample++) {
                    int value = line[x] >>> 16 - 8 * sample & 0xFF;
                    row[3 * x + sample] = (byte) ((value * alpha + WHITE * (WHITE - alpha)) / WHITE);
                }
            }
            out.write(row);
        }
    }

    /** Row y of the upright picture: the meaning of each number is where its row 0 and column 0 are to be seen. */
    private int[] line(int y) {
        int width = image.getWidth();
        int height = image.getHeight();
        return switch (orientation) {
            case 2 -> reversed(row(y));
            case 3 -> reversed(row(height - 1 - y));
            case 4 -> row(height - 1 - y);
            case 5 -> column(y);
            case 6 -> reversed(column(y));
            case 7 -> reversed(column(width - 1 - y));
            case 8 -> column(width - 1 - y);
            default -> row(y);
        };
    }

    private int[] row(int y) {
        return image.getRGB(0, y, image.getWidth(), 1, null, 0, image.getWidth());
    }

    private int[] column(int x) {
        return image.getRGB(x, 0, 1, image.getHeight(), null, 0, 1);
    }

    private static int[] reversed(int[] line) {
        for (int i = 0, j = line.length - 1; i < j; i++, j--) {
            int kept = line[i];
            line[i] = line[j];
            line[j] = kept;
        }
        return line;
    }
}
