package org.hospitalviewer.dicom.image.jpeg2000;

import java.util.Arrays;
import java.util.List;

/**
 * Decodes the coefficients of code-blocks bit plane by bit plane (T.800 Annex D). Magnitudes are kept doubled: the lowest
 * bit is half a step, by which what is not known yet is taken to be in the middle of its range.
 */
final class BlockDecoder {
    private static final int SIGNIFICANT = 1 << 12;
    private static final int VISITED = 1 << 13;
    private static final int REFINED = 1 << 14;
    private static final int STRIPE = 4;

    private final MqDecoder mq = new MqDecoder(BlockContexts.COUNT);
    private int width;
    private int height;
    private int stride;
    /** State of each coefficient and what it knows of its neighbours; with a border all around. */
    private int[] flags = {};
    private int[] magnitudes = {};
    private boolean[] negative = {};
    private byte[] zeroContexts;
    private boolean causal;
    /** Bits that bypass the arithmetic decoder in this pass, or null. */
    private RawBits raw;

    /**
     * Decodes a block.
     *
     * @param data codestream that the segments point into
     */
    void decode(CodeBlock block, SubBand band, CodingStyle style, byte[] data) {
        prepare(block.area, band.kind(), style);
        int plane = band.planes() - block.zeroPlanes - 1;
        int kind = 2; // begins with a cleanup pass
        List<CodeBlock.Segment> segments = block.segments();
        for (CodeBlock.Segment segment : segments) {
            byte[] bytes = segment.bytes(data);
            boolean bypassed = style.has(CodingStyle.BYPASS) && kind < 2
                    && band.planes() - block.zeroPlanes - 1 - plane >= 4;
            raw = bypassed ? new RawBits(bytes) : null;
            if (!bypassed) {
                mq.start(bytes);
            }
            for (int pass = 0; pass < segment.passes && plane >= 0; pass++) {
                run(kind, plane, style);
                if (style.has(CodingStyle.RESET)) {
                    resetContexts();
                }
                kind = (kind + 1) % 3;
                plane -= kind == 0 ? 1 : 0;
            }
        }
    }

    private void prepare(Area area, int kind, CodingStyle style) {
        width = area.width();
        height = area.height();
        stride = width + 2;
        int size = stride * (height + 2);
        if (flags.length < size) {
            flags = new int[size];
            magnitudes = new int[size];
            negative = new boolean[size];
        } else {
            Arrays.fill(flags, 0, size, 0);
            Arrays.fill(magnitudes, 0, size, 0);
            Arrays.fill(negative, 0, size, false);
        }
        zeroContexts = BlockContexts.zero(kind);
        causal = style.has(CodingStyle.CAUSAL);
        resetContexts();
    }

    private void resetContexts() {
        for (int i = 0; i < BlockContexts.COUNT; i++) {
            mq.state(i, 0);
        }
        mq.state(0, 4);
        mq.state(BlockContexts.RUN, 3);
        mq.state(BlockContexts.UNIFORM, 46);
    }

    private void run(int kind, int plane, CodingStyle style) {
        switch (kind) {
            case 0 -> propagate(plane);
            case 1 -> refine(plane);
            default -> {
                cleanUp(plane);
                if (style.has(CodingStyle.SEGMENTATION)) {
                    for (int i = 0; i < 4; i++) {
                        mq.decode(BlockContexts.UNIFORM);
                    }
                }
            }
        }
    }

    /** Flags as they count for contexts: with vertically causal contexts nothing of the next stripe does. */
    private int seen(int at, int row) {
        int own = flags[at];
        return causal && row % STRIPE == STRIPE - 1
                ? own & ~(BlockContexts.SOUTH | BlockContexts.SOUTH_WEST | BlockContexts.SOUTH_EAST) : own;
    }

    /** Significance propagation pass (D.3.1). */
    private void propagate(int plane) {
        for (int top = 0; top < height; top += STRIPE) {
            int bottom = Math.min(top + STRIPE, height);
            for (int x = 0; x < width; x++) {
                int at = (top + 1) * stride + x + 1;
                for (int y = top; y < bottom; y++, at += stride) {
                    int own = seen(at, y);
                    if ((own & SIGNIFICANT) == 0 && (own & BlockContexts.NEIGHBOURS) != 0) {
                        int bit = raw != null ? raw.read() : mq.decode(zeroContexts[own & BlockContexts.NEIGHBOURS]);
                        if (bit == 1) {
                            becomeSignificant(at, own, plane);
                        }
                        flags[at] |= VISITED;
                    }
                }
            }
        }
    }

    /** Magnitude refinement pass (D.3.3). */
    private void refine(int plane) {
        int half = 1 << plane;
        for (int top = 0; top < height; top += STRIPE) {
            int bottom = Math.min(top + STRIPE, height);
            for (int x = 0; x < width; x++) {
                int at = (top + 1) * stride + x + 1;
                for (int y = top; y < bottom; y++, at += stride) {
                    if ((flags[at] & (SIGNIFICANT | VISITED)) == SIGNIFICANT) {
                        int own = seen(at, y);
                        int context = (own & REFINED) != 0 ? BlockContexts.REFINEMENT + 2
                                : (own & BlockContexts.NEIGHBOURS) != 0 ? BlockContexts.REFINEMENT + 1
                                : BlockContexts.REFINEMENT;
                        int bit = raw != null ? raw.read() : mq.decode(context);
                        magnitudes[at] += bit == 1 ? half : -half;
                        flags[at] |= REFINED;
                    }
                }
            }
        }
    }

    /** Cleanup pass (D.3.4). */
    private void cleanUp(int plane) {
        for (int top = 0; top < height; top += STRIPE) {
            int bottom = Math.min(top + STRIPE, height);
            for (int x = 0; x < width; x++) {
                int at = (top + 1) * stride + x + 1;
                int y = top;
                boolean found = false;
                if (bottom - top == STRIPE && isQuiet(at, top)) {
                    if (mq.decode(BlockContexts.RUN) == 0) {
                        continue;
                    }
                    int skipped = mq.decode(BlockContexts.UNIFORM) << 1 | mq.decode(BlockContexts.UNIFORM);
                    y += skipped;
                    at += skipped * stride;
                    found = true;
                }
                for (; y < bottom; y++, at += stride) {
                    cleanUp(at, y, plane, found);
                    found = false;
                }
            }
        }
        clearVisited();
    }

    private void cleanUp(int at, int y, int plane, boolean found) {
        int own = seen(at, y);
        if ((own & (SIGNIFICANT | VISITED)) == 0
                && (found || mq.decode(zeroContexts[own & BlockContexts.NEIGHBOURS]) == 1)) {
            becomeSignificant(at, own, plane);
        }
    }

    /** Whether nothing is known of a column of four and its neighbours. */
    private boolean isQuiet(int at, int top) {
        return flags[at] == 0 && flags[at + stride] == 0 && flags[at + 2 * stride] == 0
                && (seen(at + 3 * stride, top + 3) & (BlockContexts.NEIGHBOURS | SIGNIFICANT | VISITED)) == 0;
    }

    private void clearVisited() {
        for (int i = stride; i < stride * (height + 1); i++) {
            flags[i] &= ~VISITED;
        }
    }

    /** Decodes the sign (D.3.2) and tells the neighbours. */
    private void becomeSignificant(int at, int own, int plane) {
        boolean minus;
        if (raw != null) {
            minus = raw.read() == 1;
        } else {
            int sign = BlockContexts.signOf(own);
            minus = (mq.decode(sign >> 1) ^ sign & 1) == 1;
        }
        negative[at] = minus;
        magnitudes[at] = 3 << plane;
        flags[at] |= SIGNIFICANT;
        int signs = minus ? 1 << BlockContexts.NEGATIVE_SHIFT : 0;
        flags[at - stride] |= BlockContexts.SOUTH | BlockContexts.SOUTH * signs;
        flags[at + stride] |= BlockContexts.NORTH | BlockContexts.NORTH * signs;
        flags[at - 1] |= BlockContexts.EAST | BlockContexts.EAST * signs;
        flags[at + 1] |= BlockContexts.WEST | BlockContexts.WEST * signs;
        flags[at - stride - 1] |= BlockContexts.SOUTH_EAST;
        flags[at - stride + 1] |= BlockContexts.SOUTH_WEST;
        flags[at + stride - 1] |= BlockContexts.NORTH_EAST;
        flags[at + stride + 1] |= BlockContexts.NORTH_WEST;
    }

    /** Puts the block's whole numbers into the coefficients of its component. */
    void store(int[] coefficients, int at, int rowLength) {
        for (int y = 0; y < height; y++) {
            for (int x = 0, from = (y + 1) * stride + 1, to = at + y * rowLength; x < width; x++, from++, to++) {
                int magnitude = magnitudes[from] >> 1;
                coefficients[to] = negative[from] ? -magnitude : magnitude;
            }
        }
    }

    /** Puts the block's values into the coefficients of its component. */
    void store(float[] coefficients, int at, int rowLength, float stepSize) {
        float half = stepSize / 2;
        for (int y = 0; y < height; y++) {
            for (int x = 0, from = (y + 1) * stride + 1, to = at + y * rowLength; x < width; x++, from++, to++) {
                float value = magnitudes[from] * half;
                coefficients[to] = negative[from] ? -value : value;
            }
        }
    }
}
