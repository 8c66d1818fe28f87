package org.hospitalviewer.dicom.image.jpeg2000;

import org.hospitalviewer.dicom.image.ImagePixels;
import org.hospitalviewer.dicom.image.PixelBudget;
import org.hospitalviewer.dicom.image.UndecodableImageException;

/**
 * Image and tile size (SIZ, T.800 A.5.1), on the reference grid.
 *
 * @param precision of each component, bits
 * @param signed    of each component
 */
record ImageSize(int x0, int y0, int x1, int y1, int tileX0, int tileY0, int tileWidth, int tileHeight,
                 int[] precision, boolean[] signed) {

    static ImageSize read(ByteReader in, ImagePixels pixels, int bytes) throws UndecodableImageException {
        in.u16(); // capabilities, which only restrict what may follow
        long[] grid = new long[8];
        for (int i = 0; i < grid.length; i++) {
            grid[i] = in.u32();
        }
        int components = in.u16();
        PixelBudget.check(pixels, grid[0] - grid[2], grid[1] - grid[3], components, bytes);
        for (long value : new long[] {grid[0], grid[1], grid[6], grid[7]}) {
            if (value > 1 << 24) {
                throw UndecodableImageException.unsupported("JPEG 2000 on such a large grid cannot be decoded here.");
            }
        }
        int tileWidth = (int) Math.min(grid[4], 1 << 25);
        int tileHeight = (int) Math.min(grid[5], 1 << 25);
        if (tileWidth < 1 || tileHeight < 1 || grid[6] > grid[2] || grid[7] > grid[3]
                || grid[6] + tileWidth <= grid[2] || grid[7] + tileHeight <= grid[3]) {
            throw UndecodableImageException.damaged("The JPEG 2000 data has tiles that do not cover the image.");
        }
        int[] precision = new int[components];
        boolean[] signed = new boolean[components];
        for (int i = 0; i < components; i++) {
            int depth = in.u8();
            precision[i] = (depth & 0x7F) + 1;
            signed[i] = depth > 0x7F;
            if (in.u16() != 0x0101) {
                throw UndecodableImageException.unsupported("JPEG 2000 with shared colour cannot be decoded here.");
            }
            if (precision[i] > 16) {
                throw UndecodableImageException.unsupported("JPEG 2000 with samples of " + precision[i]
                        + " bits cannot be decoded here.");
            }
        }
        return new ImageSize((int) grid[2], (int) grid[3], (int) grid[0], (int) grid[1], (int) grid[6], (int) grid[7],
                tileWidth, tileHeight, precision, signed);
    }

    int components() {
        return precision.length;
    }

    int tilesWide() {
        return Math.ceilDiv(x1 - tileX0, tileWidth);
    }

    int tilesHigh() {
        return Math.ceilDiv(y1 - tileY0, tileHeight);
    }

    /** The part of the image in a tile. */
    Area tile(int index) {
        int left = tileX0 + index % tilesWide() * tileWidth;
        int top = tileY0 + index / tilesWide() * tileHeight;
        return new Area(Math.max(left, x0), Math.max(top, y0), Math.min(left + tileWidth, x1),
                Math.min(top + tileHeight, y1));
    }
}
