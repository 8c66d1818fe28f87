package org.hospitalviewer.dicom.image.jpeg2000;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A code-block: where it lies in its sub-band, and what packets brought of it. */
final class CodeBlock {
    private static final int UNLIMITED = 200;
    /** Passes before arithmetic coding is bypassed (T.800 D.6). */
    private static final int BEFORE_BYPASS = 10;

    final Area area;
    boolean included;
    int zeroPlanes;
    /** State of the lengths in packet headers (Lblock). */
    int lengthBits = 3;
    private final List<Segment> segments = new ArrayList<>(1);

    /** Passes that are one codeword of the arithmetic or raw decoder. */
    static final class Segment {
        final int maxPasses;
        int passes;
        private int[] pieces = new int[2];
        private int count;

        private Segment(int maxPasses) {
            this.maxPasses = maxPasses;
        }

        void add(int offset, int length) {
            if (2 * count == pieces.length) {
                pieces = Arrays.copyOf(pieces, 4 * count);
            }
            pieces[2 * count] = offset;
            pieces[2 * count + 1] = length;
            count++;
        }

        byte[] bytes(byte[] data) {
            int length = 0;
            for (int i = 0; i < count; i++) {
                length += pieces[2 * i + 1];
            }
            byte[] bytes = new byte[length];
            int at = 0;
            for (int i = 0; i < count; i++) {
                System.arraycopy(data, pieces[2 * i], bytes, at, pieces[2 * i + 1]);
                at += pieces[2 * i + 1];
            }
            return bytes;
        }
    }

    CodeBlock(Area area) {
        this.area = area;
    }

    List<Segment> segments() {
        return segments;
    }

    /** The segment that the next pass belongs to. */
    Segment open(CodingStyle style) {
        Segment last = segments.isEmpty() ? null : segments.getLast();
        if (last == null || last.passes == last.maxPasses) {
            segments.add(new Segment(maxPasses(last, style)));
        }
        return segments.getLast();
    }

    private static int maxPasses(Segment before, CodingStyle style) {
        if (style.has(CodingStyle.TERMINATE_ALL)) {
            return 1;
        }
        if (!style.has(CodingStyle.BYPASS)) {
            return UNLIMITED;
        }
        return before == null ? BEFORE_BYPASS : before.maxPasses == 2 ? 1 : 2;
    }
}
