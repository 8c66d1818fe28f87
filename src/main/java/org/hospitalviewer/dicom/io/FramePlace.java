package org.hospitalviewer.dicom.io;

import java.util.List;

/**
 * Where a frame lies.
 *
 * @param ranges   parts of the source, in their order
 * @param firstBit bits of the first byte that belong to the frame before, 0 to 7
 */
public record FramePlace(List<ByteRange> ranges, int firstBit) {

    public FramePlace {
        ranges = List.copyOf(ranges);
    }

    /** Number of bytes in all. */
    public long length() {
        return ranges.stream().mapToLong(ByteRange::length).sum();
    }
}
