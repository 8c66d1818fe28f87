package org.hospitalviewer.dicom.image.jpeg;

/** Order of the coefficients of a block (T.81 Figure A.6). */
final class ZigZag {
    /** Place in the block, row by row, of each coefficient. */
    static final int[] ORDER = order();

    private ZigZag() {
    }

    private static int[] order() {
        int[] order = new int[64];
        int index = 0;
        for (int diagonal = 0; diagonal < 15; diagonal++) {
            for (int step = 0; step <= diagonal; step++) {
                int row = diagonal % 2 == 0 ? diagonal - step : step;
                int column = diagonal - row;
                if (row < 8 && column < 8) {
                    order[index++] = row * 8 + column;
                }
            }
        }
        return order;
    }
}
