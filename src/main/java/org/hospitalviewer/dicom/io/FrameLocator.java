package org.hospitalviewer.dicom.io;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.hospitalviewer.dicom.data.Attributes;
import org.hospitalviewer.dicom.data.BulkData;
import org.hospitalviewer.dicom.data.Fragments;
import org.hospitalviewer.dicom.data.PixelDataLocation;
import org.hospitalviewer.dicom.data.Tag;

/**
 * Finds single frames in the pixel data of an object. Frames are not fragments (PS3.5 A.4): the extended offset table
 * (PS3.3 C.7.6.3.1.8), the basic one, or the end markers in the compressed data tell which fragments make a frame.
 */
public final class FrameLocator {
    /** JPEG, JPEG-LS and JPEG 2000 streams all end with FF D9. */
    private static final int END_MARKER = 0xFFD9;

    private final Attributes header;
    private final BulkDataSource source;
    /** First fragment of each frame, found at the first question and kept: it may take a look at every fragment. */
    private int[] firstFragments;

    /** Locates frames by a header that was read with its pixel data left in the source. */
    public FrameLocator(Attributes header, BulkDataSource source) {
        this.header = header;
        this.source = source;
    }

    /** Number of frames; 0 without pixel data, 1 when Number of Frames is absent or nonsense. */
    public int frameCount() {
        return PixelDataOf.dataSet(header).isEmpty() ? 0 : Math.max(1, header.getInt(Tag.NumberOfFrames, 1));
    }

    /**
     * The parts of the source that make up a frame: one when native, one for each fragment when encapsulated.
     *
     * @param number frame number, from 1 as in DICOM
     * @throws IndexOutOfBoundsException when the number is not within 1 and {@link #frameCount}
     * @throws DicomFormatException      when header and pixel data do not fit together, a video stream holds all
     *                                   frames in one, or the frame begins within a byte
     */
    public List<ByteRange> frame(int number) throws IOException {
        FramePlace place = place(number);
        if (place.firstBit() != 0) {
            throw new DicomFormatException("Frame " + number + " does not begin at a whole byte");
        }
        return place.ranges();
    }

    /**
     * The same, also for a frame of single bits that begins within a byte (PS3.5 8.1.1).
     *
     * @param number frame number, from 1 as in DICOM
     * @throws IndexOutOfBoundsException when the number is not within 1 and {@link #frameCount}
     * @throws DicomFormatException      when header and pixel data do not fit together, or a video stream holds all
     *                                   frames in one
     */
    public FramePlace place(int number) throws IOException {
        int count = frameCount();
        if (number < 1 || number > count) {
            throw new IndexOutOfBoundsException("Frame " + number + " of " + count);
        }
        PixelDataLocation pixelData = PixelDataOf.dataSet(header).orElseThrow();
        return switch (pixelData) {
            case BulkData nativePixels -> nativeFrame(nativePixels, number - 1);
            case Fragments fragments -> new FramePlace(encapsulatedFrame(fragments, number - 1, count), 0);
        };
    }

    private FramePlace nativeFrame(BulkData pixels, int index) throws DicomFormatException {
        try {
            return nativeFrame(pixels, index, NativeFrameSize.bits(header));
        } catch (ArithmeticException e) {
            throw new DicomFormatException(
                    "Rows, columns, samples and bits allocated make an impossible frame size", e);
        }
    }

    private static FramePlace nativeFrame(BulkData pixels, int index, long bits) throws DicomFormatException {
        long startBit = Math.multiplyExact(bits, index);
        int firstBit = (int) (startBit % 8);
        long start = startBit / 8;
        long length = Math.addExact(bits, firstBit + 7) / 8;
        if (bits <= 0 || length > pixels.length() - start) {
            throw new DicomFormatException("Frame " + (index + 1) + " of " + length + " bytes would end at byte "
                    + Math.addExact(start, length) + " of pixel data with " + pixels.length() + " bytes");
        }
        return new FramePlace(List.of(new ByteRange(pixels.offset() + start, length)), firstBit);
    }

    private List<ByteRange> encapsulatedFrame(Fragments fragments, int index, int count) throws IOException {
        if (count == 1 && fragments.size() > 0) {
            return ranges(fragments, 0, fragments.size());
        }
        if (fragments.size() == count) {
            return ranges(fragments, index, index + 1);
        }
        if (fragments.size() < count) {
            throw new DicomFormatException("Pixel data of " + count + " frames has only " + fragments.size()
                    + " fragments: a video stream, or damaged");
        }
        if (firstFragments == null) {
            firstFragments = frameStarts(fragments, count);
        }
        return ranges(fragments, firstFragments[index],
                index + 1 < count ? firstFragments[index + 1] : fragments.size());
    }

    private int[] frameStarts(Fragments fragments, int count) throws IOException {
        byte[] extended = header.getBytes(Tag.ExtendedOffsetTable);
        if (extended != null && extended.length >= count * 8L) {
            return startsByExtendedTable(fragments, count);
        }
        return fragments.basicOffsetCount() >= count ? startsByBasicTable(fragments, count)
                : startsByEndMarkers(fragments, count);
    }

    private int[] startsByBasicTable(Fragments fragments, int count) throws DicomFormatException {
        int[] starts = new int[count];
        for (int i = 0; i < count; i++) {
            starts[i] = fragments.indexOf(fragments.basicOffset(i));
        }
        return checked(starts);
    }

    private int[] startsByExtendedTable(Fragments fragments, int count) throws DicomFormatException {
        String[] offsets = header.getStrings(Tag.ExtendedOffsetTable);
        int[] starts = new int[count];
        for (int i = 0; i < count; i++) {
            starts[i] = fragments.indexOf(fragments.fragmentOffset(0) + Long.parseUnsignedLong(offsets[i]));
        }
        return checked(starts);
    }

    private static int[] checked(int[] starts) throws DicomFormatException {
        for (int i = 0; i < starts.length; i++) {
            if (starts[i] < 0 || i > 0 && starts[i] <= starts[i - 1]) {
                throw new DicomFormatException("The offset table names no fragment for frame " + (i + 1));
            }
        }
        return starts;
    }

    private int[] startsByEndMarkers(Fragments fragments, int count) throws IOException {
        int[] starts = new int[count];
        int found = 0;
        boolean atStart = true;
        for (int i = 0; i < fragments.size(); i++) {
            if (atStart) {
                if (found == count) {
                    throw unclear();
                }
                starts[found++] = i;
            }
            atStart = endsWithMarker(fragments, i);
        }
        if (found != count || !atStart) {
            throw unclear();
        }
        return starts;
    }

    private static DicomFormatException unclear() {
        return new DicomFormatException("Without a valid offset table it is unclear which fragments make which frame");
    }

    /** Whether the compressed stream ends with this fragment; padding bytes may follow the marker. */
    private boolean endsWithMarker(Fragments fragments, int index) throws IOException {
        long length = Math.min(4, fragments.fragmentLength(index));
        ByteArrayOutputStream tail = new ByteArrayOutputStream(4);
        source.copy(fragments.fragmentOffset(index) + fragments.fragmentLength(index) - length, length, tail);
        byte[] bytes = tail.toByteArray();
        int end = bytes.length;
        while (end > 2 && bytes[end - 1] == 0) {
            end--;
        }
        return end >= 2 && ((bytes[end - 2] & 0xFF) << 8 | bytes[end - 1] & 0xFF) == END_MARKER;
    }

    private static List<ByteRange> ranges(Fragments fragments, int from, int to) {
        List<ByteRange> ranges = new ArrayList<>(to - from);
        for (int i = from; i < to; i++) {
            ranges.add(new ByteRange(fragments.fragmentOffset(i), fragments.fragmentLength(i)));
        }
        return ranges;
    }
}
