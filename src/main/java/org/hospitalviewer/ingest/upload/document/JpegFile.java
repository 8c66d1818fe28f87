package org.hospitalviewer.ingest.upload.document;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What the markers of a JPEG say (ITU-T T.81 Annex B), read to the end of the picture.
 *
 * @param process     the start of frame marker: C0H is baseline
 * @param orientation as Exif 2.3 4.6.4 numbers it, 1 where the picture stands as it is stored
 * @param length      bytes up to the end of the picture; phones put other things behind it
 */
record JpegFile(int process, int bits, int rows, int columns, int components, boolean subsampled, boolean rgb,
                int orientation, long length) {

    static final int BASELINE = 0xC0;

    /** @throws UnfitDocumentException when it is damaged or cut short */
    static JpegFile read(Path file) throws IOException, UnfitDocumentException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            return new Reader(in).read();
        } catch (EOFException cutShort) {
            throw new UnfitDocumentException("The JPEG is cut short.");
        }
    }

    private static final class Reader {
        private static final int SOI = 0xD8;
        private static final int EOI = 0xD9;
        private static final int SOS = 0xDA;
        private static final int APP1 = 0xE1;
        private static final int APP14 = 0xEE;
        private static final int HUFFMAN_TABLES = 0xC4;
        private static final int EXTENSION = 0xC8;
        private static final int ARITHMETIC_TABLES = 0xCC;

        private final InputStream in;
        private long position;
        private byte[] frame;
        private int process;
        private int orientation = 1;
        private int adobeTransform = -1;
        private boolean scanned;

        Reader(InputStream in) {
            this.in = in;
        }

        JpegFile read() throws IOException, UnfitDocumentException {
            if (next() != 0xFF || next() != SOI) {
                throw new UnfitDocumentException("This is no JPEG.");
            }
            for (int marker = marker(); marker != EOI; marker = scanned(marker) ? afterScan() : marker()) {
                segment(marker);
            }
            if (frame == null || !scanned || components() < 1 || frame.length < 6 + 3 * components()) {
                throw new UnfitDocumentException("The JPEG is damaged: there is no picture in it.");
            }
            return picture();
        }

        private boolean scanned(int marker) {
            scanned |= marker == SOS;
            return marker == SOS;
        }

        private JpegFile picture() {
            return new JpegFile(process, frame[0] & 0xFF, unsigned(frame, 1), unsigned(frame, 3), components(),
                    components() == 3 && (frame[7] & 0xFF) != 0x11, components() == 3 && isRgb(), orientation, position);
        }

        private int components() {
            return frame.length < 6 ? 0 : frame[5] & 0xFF;
        }

        private boolean isRgb() {
            return adobeTransform == 0 || adobeTransform < 0 && frame[6] == 'R' && frame[9] == 'G' && frame[12] == 'B';
        }

        private int marker() throws IOException, UnfitDocumentException {
            if (next() != 0xFF) {
                throw new UnfitDocumentException("The JPEG is damaged.");
            }
            int marker = next();
            while (marker == 0xFF) {
                marker = next();
            }
            return marker;
        }

        /** Coded data lasts until a marker that is neither a stuffed zero nor a restart (T.81 B.1.1.5). */
        private int afterScan() throws IOException {
            while (true) {
                if (next() == 0xFF) {
                    int marker = next();
                    while (marker == 0xFF) {
                        marker = next();
                    }
                    if (marker != 0 && (marker < 0xD0 || marker > 0xD7)) {
                        return marker;
                    }
                }
            }
        }

        private void segment(int marker) throws IOException, UnfitDocumentException {
            int length = (next() << 8 | next()) - 2;
            byte[] content = length < 0 ? new byte[0] : in.readNBytes(length);
            position += content.length;
            if (length < 0 || content.length < length) {
                throw new UnfitDocumentException("The JPEG is damaged or cut short.");
            }
            if (marker == APP1 && orientation == 1) {
                orientation = Exif.orientation(content);
            } else if (marker == APP14 && length >= 12 && startsWith(content, "Adobe")) {
                adobeTransform = content[11] & 0xFF;
            } else if (isFrame(marker)) {
                process = marker;
                frame = content;
            }
        }

        private static boolean isFrame(int marker) {
            return marker >= BASELINE && marker <= 0xCF && marker != HUFFMAN_TABLES && marker != EXTENSION
                    && marker != ARITHMETIC_TABLES;
        }

        private int next() throws IOException {
            int value = in.read();
            if (value < 0) {
                throw new EOFException();
            }
            position++;
            return value;
        }
    }

    private static boolean startsWith(byte[] content, String text) {
        return new String(content, StandardCharsets.ISO_8859_1).startsWith(text);
    }

    private static int unsigned(byte[] bytes, int at) {
        return (bytes[at] & 0xFF) << 8 | bytes[at + 1] & 0xFF;
    }

    /** The TIFF structure in which cameras write how they were held. */
    private static final class Exif {
        private static final String PREFIX = "Exif\0\0";
        private static final int ORIENTATION = 0x0112;
        private static final int ENTRY_BYTES = 12;

        static int orientation(byte[] content) {
            if (!startsWith(content, PREFIX) || content.length < PREFIX.length() + 8) {
                return 1;
            }
            ByteBuffer tiff = ByteBuffer.wrap(content, PREFIX.length(), content.length - PREFIX.length()).slice();
            tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
            int directory = tiff.getInt(4);
            if (directory < 8 || directory > tiff.limit() - 2) {
                return 1;
            }
            int entries = tiff.getShort(directory) & 0xFFFF;
            for (int at = directory + 2; entries > 0 && at <= tiff.limit() - ENTRY_BYTES; at += ENTRY_BYTES, entries--) {
                if ((tiff.getShort(at) & 0xFFFF) == ORIENTATION) {
                    int value = tiff.getShort(at + 8);
                    return value >= 1 && value <= 8 ? value : 1;
                }
            }
            return 1;
        }
    }
}
