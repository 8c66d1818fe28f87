package org.hospitalviewer.dicom.data;

import java.util.Arrays;

/**
 * Encapsulated pixel data left where it lies (PS3.5 A.4): the basic offset table, held, and the places of the fragments
 * behind it. Offsets are bytes from the start of the file or of the data set that was read.
 */
public final class Fragments implements PixelDataLocation {
    /** Item tag and length before each fragment. */
    private static final int ITEM_HEADER_BYTES = 8;

    private final VR vr;
    private final long offset;
    private byte[] basicOffsetTable = {};
    private long[] offsets = new long[1];
    private int[] lengths = new int[1];
    private int size;
    private long length;

    /** Fragments of a value that begins at the item header of its basic offset table. */
    public Fragments(VR vr, long offset) {
        this.vr = vr;
        this.offset = offset;
    }

    /** Sets the value of the first item: 32-bit little-endian offsets of frames, often empty. */
    public void basicOffsetTable(byte[] table) {
        basicOffsetTable = table;
    }

    /** Adds the next fragment: place and bytes of its content without item header; the length counts as unsigned. */
    public void add(long fragmentOffset, int fragmentLength) {
        if (size == offsets.length) {
            offsets = Arrays.copyOf(offsets, size * 2);
            lengths = Arrays.copyOf(lengths, size * 2);
        }
        offsets[size] = fragmentOffset;
        lengths[size++] = fragmentLength;
    }

    /** Notes the whole length in bytes, once the sequence delimiter has been read. */
    public void end(long wholeLength) {
        length = wholeLength;
    }

    @Override
    public VR vr() {
        return vr;
    }

    @Override
    public long offset() {
        return offset;
    }

    @Override
    public long length() {
        return length;
    }

    /** Number of fragments, the basic offset table not counted. */
    public int size() {
        return size;
    }

    /** First byte of a fragment's content; the first fragment has index 0. */
    public long fragmentOffset(int index) {
        return offsets[checked(index)];
    }

    /** Bytes of a fragment's content. */
    public long fragmentLength(int index) {
        return Integer.toUnsignedLong(lengths[checked(index)]);
    }

    private int checked(int index) {
        if (index < 0 || index >= size) {
            throw new IndexOutOfBoundsException("Fragment " + index + " of " + size);
        }
        return index;
    }

    /** The content of the basic offset table, empty when the sender made none. */
    public byte[] basicOffsetTable() {
        return basicOffsetTable.clone();
    }

    /** Number of frames the basic offset table points to. */
    public int basicOffsetCount() {
        return basicOffsetTable.length / Integer.BYTES;
    }

    /**
     * Where the basic offset table says that a frame's first fragment has its content, in the offsets of this object.
     */
    public long basicOffset(int frame) {
        long firstItem = offset + ITEM_HEADER_BYTES + basicOffsetTable.length;
        int relative = (int) BinaryValues.getInt(basicOffsetTable, VR.UL, frame);
        return firstItem + Integer.toUnsignedLong(relative) + ITEM_HEADER_BYTES;
    }

    /** The fragment whose content begins at an offset, or -1 when none does. */
    public int indexOf(long fragmentOffset) {
        int index = Arrays.binarySearch(offsets, 0, size, fragmentOffset);
        return index < 0 ? -1 : index;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Fragments that && vr == that.vr && offset == that.offset && length == that.length
                && Arrays.equals(basicOffsetTable, that.basicOffsetTable)
                && Arrays.equals(offsets, 0, size, that.offsets, 0, that.size)
                && Arrays.equals(lengths, 0, size, that.lengths, 0, that.size);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(offset * 31 + length);
    }

    @Override
    public String toString() {
        return size + " fragments, " + length + " bytes at " + offset;
    }
}
