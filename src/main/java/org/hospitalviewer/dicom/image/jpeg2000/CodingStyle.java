package org.hospitalviewer.dicom.image.jpeg2000;

import org.hospitalviewer.dicom.image.UndecodableImageException;

/**
 * Coding style of a component (COD, COC; T.800 A.6.1, A.6.2).
 *
 * @param levels     decompositions
 * @param blockX     exponent of a code-block's width
 * @param blockY     exponent of a code-block's height
 * @param blockStyle flags, Table A.19
 * @param reversible whether the 5-3 filter is used
 * @param precinctsX exponents of precinct widths by resolution
 * @param precinctsY exponents of precinct heights by resolution
 */
record CodingStyle(int levels, int blockX, int blockY, int blockStyle, boolean reversible, int[] precinctsX,
                   int[] precinctsY) {
    static final int BYPASS = 1;
    static final int RESET = 2;
    static final int TERMINATE_ALL = 4;
    static final int CAUSAL = 8;
    static final int SEGMENTATION = 32;
    private static final int MAX_LEVELS = 32;
    private static final int WHOLE = 15;

    static CodingStyle read(ByteReader in, boolean ownPrecincts) throws UndecodableImageException {
        int levels = in.u8();
        int blockX = (in.u8() & 15) + 2;
        int blockY = (in.u8() & 15) + 2;
        int blockStyle = in.u8();
        int filter = in.u8();
        if (levels > MAX_LEVELS || blockX > 10 || blockY > 10 || blockX + blockY > 12 || filter > 1) {
            throw UndecodableImageException.damaged("The JPEG 2000 data names an impossible coding style.");
        }
        if ((blockStyle & 64) != 0) {
            throw UndecodableImageException.unsupported("High-throughput JPEG 2000 cannot be decoded here.");
        }
        int[] precinctsX = new int[levels + 1];
        int[] precinctsY = new int[levels + 1];
        for (int i = 0; i <= levels; i++) {
            int exponents = ownPrecincts ? in.u8() : WHOLE << 4 | WHOLE;
            precinctsX[i] = exponents & 15;
            precinctsY[i] = exponents >> 4;
            if (i > 0 && (precinctsX[i] == 0 || precinctsY[i] == 0)) {
                throw UndecodableImageException.damaged("The JPEG 2000 data names impossible precincts.");
            }
        }
        return new CodingStyle(levels, blockX, blockY, blockStyle, filter == 1, precinctsX, precinctsY);
    }

    boolean has(int flag) {
        return (blockStyle & flag) != 0;
    }
}
