package org.hospitalviewer.dicom.image.jpeg2000;

/**
 * Contexts of the bits of code-blocks by the significance and signs of the eight neighbours (T.800 D.3), as tables over
 * the flags that the decoder keeps.
 */
final class BlockContexts {
    static final int NORTH = 1;
    static final int SOUTH = 2;
    static final int WEST = 4;
    static final int EAST = 8;
    static final int NORTH_WEST = 16;
    static final int NORTH_EAST = 32;
    static final int SOUTH_WEST = 64;
    static final int SOUTH_EAST = 128;
    /** Signs of the first four neighbours: a flag for negative, in the same order. */
    static final int NEGATIVE_SHIFT = 8;
    static final int NEIGHBOURS = 0xFF;

    static final int SIGN = 9;
    static final int REFINEMENT = 14;
    static final int RUN = 17;
    static final int UNIFORM = 18;
    static final int COUNT = 19;

    private static final byte[][] ZERO = new byte[4][256];
    /** Context doubled, plus the bit that turns the sign around; by significance and, above it, signs. */
    private static final byte[] SIGNS = new byte[256];

    static {
        for (int flags = 0; flags < 256; flags++) {
            int horizontal = bit(flags, WEST) + bit(flags, EAST);
            int vertical = bit(flags, NORTH) + bit(flags, SOUTH);
            int diagonal = Integer.bitCount(flags >> 4);
            ZERO[0][flags] = (byte) low(horizontal, vertical, diagonal);
            ZERO[SubBand.HL][flags] = (byte) low(vertical, horizontal, diagonal);
            ZERO[2][flags] = ZERO[0][flags];
            ZERO[SubBand.HH][flags] = (byte) high(horizontal + vertical, diagonal);
            SIGNS[flags] = (byte) sign(flags);
        }
    }

    private BlockContexts() {
    }

    /** Contexts of significance for a kind of sub-band, by the eight neighbour flags (Table D.1). */
    static byte[] zero(int kind) {
        return ZERO[kind];
    }

    /** Context of the sign, doubled, plus the bit that turns it around (Tables D.2, D.3). */
    static int signOf(int flags) {
        return SIGNS[flags & 15 | flags >> 4 & 0xF0];
    }

    private static int bit(int flags, int flag) {
        return (flags & flag) != 0 ? 1 : 0;
    }

    private static int low(int along, int across, int diagonal) {
        if (along == 2) {
            return 8;
        }
        if (along == 1) {
            return across > 0 ? 7 : diagonal > 0 ? 6 : 5;
        }
        return across > 0 ? 2 + across : Math.min(2, diagonal);
    }

    private static int high(int straight, int diagonal) {
        return switch (diagonal) {
            case 0 -> Math.min(2, straight);
            case 1 -> 3 + Math.min(2, straight);
            case 2 -> straight > 0 ? 7 : 6;
            default -> 8;
        };
    }

    /** Significance in the lower four bits, signs in the upper. */
    private static int sign(int flags) {
        int horizontal = Integer.signum(part(flags, WEST) + part(flags, EAST));
        int vertical = Integer.signum(part(flags, NORTH) + part(flags, SOUTH));
        boolean turned = horizontal < 0 || horizontal == 0 && vertical < 0;
        int h = turned ? -horizontal : horizontal;
        int v = turned ? -vertical : vertical;
        int context = SIGN + (h == 0 ? v : 3 + v);
        return context << 1 | (turned ? 1 : 0);
    }

    private static int part(int flags, int flag) {
        return bit(flags, flag) * (1 - 2 * bit(flags, flag << 4));
    }
}
