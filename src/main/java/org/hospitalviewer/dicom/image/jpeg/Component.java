package org.hospitalviewer.dicom.image.jpeg;

/** A component of a frame (T.81 A.1.1, B.2.2): its place in the picture and, while it is decoded, its samples. */
final class Component {
    final int id;
    final int horizontal;
    final int vertical;
    final int quantization;
    /** Blocks that hold samples of the picture, and those that whole minimum coded units need. */
    int blocksWide;
    int blocksHigh;
    int paddedBlocksWide;
    int paddedBlocksHigh;
    /** Samples of the picture. */
    int columns;
    int rows;
    /** All padded blocks as one plane; {@link #stride} samples a row. */
    short[] plane;
    /** Coefficients of all padded blocks in zigzag order, 64 each; only while a progressive frame is read. */
    short[] coefficients;
    HuffmanTable dc;
    HuffmanTable ac;
    int dcPrediction;

    Component(int id, int horizontal, int vertical, int quantization) {
        this.id = id;
        this.horizontal = horizontal;
        this.vertical = vertical;
        this.quantization = quantization;
    }

    int stride() {
        return paddedBlocksWide * 8;
    }

    void lay(int pictureColumns, int pictureRows, int maxHorizontal, int maxVertical) {
        columns = Math.ceilDiv(pictureColumns * horizontal, maxHorizontal);
        rows = Math.ceilDiv(pictureRows * vertical, maxVertical);
        blocksWide = Math.ceilDiv(columns, 8);
        blocksHigh = Math.ceilDiv(rows, 8);
        paddedBlocksWide = Math.ceilDiv(pictureColumns, 8 * maxHorizontal) * horizontal;
        paddedBlocksHigh = Math.ceilDiv(pictureRows, 8 * maxVertical) * vertical;
    }

    int samples() {
        return paddedBlocksWide * paddedBlocksHigh * 64;
    }
}
