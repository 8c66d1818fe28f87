package org.hospitalviewer.dicom.image.jpeg;

import org.hospitalviewer.dicom.image.UndecodableImageException;

/** Tables in force between the segments of a stream (T.81 B.2.4). */
final class Tables {
    private final int[][] quantization = new int[4][];
    private final HuffmanTable[] dc = new HuffmanTable[4];
    private final HuffmanTable[] ac = new HuffmanTable[4];
    private int restartInterval;

    /** Reads a DQT segment; values in zigzag order. */
    void readQuantization(Segment segment) throws UndecodableImageException {
        while (segment.remaining() > 0) {
            int choice = segment.u8();
            int[] table = new int[64];
            for (int i = 0; i < 64; i++) {
                table[i] = choice >> 4 == 0 ? segment.u8() : segment.u16();
            }
            quantization[choice & 3] = table;
        }
    }

    /** Reads a DHT segment. */
    void readHuffman(Segment segment) throws UndecodableImageException {
        while (segment.remaining() > 0) {
            int choice = segment.u8();
            (choice >> 4 == 0 ? dc : ac)[choice & 3] = HuffmanTable.read(segment);
        }
    }

    /** Reads a DRI segment. */
    void readRestartInterval(Segment segment) throws UndecodableImageException {
        restartInterval = segment.u16();
    }

    /** Minimum coded units between restart markers; 0 without. */
    int restartInterval() {
        return restartInterval;
    }

    int[] quantization(int index) throws UndecodableImageException {
        return present(quantization[index]);
    }

    /** A table, or null when there is none; the scan that needs it will say so. */
    HuffmanTable dc(int index) {
        return dc[index];
    }

    HuffmanTable ac(int index) {
        return ac[index];
    }

    static <T> T present(T table) throws UndecodableImageException {
        if (table == null) {
            throw UndecodableImageException.damaged("The JPEG data lacks a table that it needs.");
        }
        return table;
    }
}
