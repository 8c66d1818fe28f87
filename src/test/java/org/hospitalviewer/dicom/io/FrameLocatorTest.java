package org.hospitalviewer.dicom.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.hospitalviewer.dicom.data.Attributes;
import org.hospitalviewer.dicom.data.BulkData;
import org.hospitalviewer.dicom.data.Fragments;
import org.hospitalviewer.dicom.data.Tag;
import org.hospitalviewer.dicom.data.VR;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrameLocatorTest {
    private static final BulkDataSource NO_MARKERS = (offset, length, target) -> target.write(new byte[(int) length]);

    @ParameterizedTest
    @CsvSource({"MONOCHROME2, 1, 16, 12", "RGB, 3, 8, 18", "YBR_FULL_422, 3, 8, 12",
        "YBR_PARTIAL_422, 3, 8, 12", "YBR_PARTIAL_420, 3, 8, 9", "MONOCHROME2, 1, 32, 24"})
    void aNativeFrameIsAsLongAsItsPixels(String photometric, int samples, int bits, int frameBytes) throws IOException {
        Attributes header = image(3, photometric, samples, bits);
        header.setBulkData(Tag.PixelData, VR.OW, new BulkData(VR.OW, 1000, frameBytes * 3L));

        assertThat(new FrameLocator(header, NO_MARKERS).frame(3))
                .containsExactly(new ByteRange(1000 + 2L * frameBytes, frameBytes));
    }

    @Test
    void aFrameNumberThatIsNotThereIsOutOfBounds() {
        FrameLocator frames = new FrameLocator(nativeImage(12, 24), NO_MARKERS);

        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> frames.frame(0));
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> frames.frame(3));
        assertThatExceptionOfType(IndexOutOfBoundsException.class)
                .isThrownBy(() -> new FrameLocator(new Attributes(), NO_MARKERS).frame(1));
    }

    @Test
    void pixelDataTooShortForItsFramesIsRefused() {
        assertRefused(nativeImage(12, 23), 2, "would end at byte 24 of pixel data with 23 bytes");
    }

    @Test
    void sizesThatOverflowAreRefused() {
        Attributes header = image(Integer.MAX_VALUE, "RGB", 65535, 65535);
        header.setInt(Tag.Rows, VR.US, 65535);
        header.setInt(Tag.Columns, VR.US, 65535);
        header.setBulkData(Tag.PixelData, VR.OW, new BulkData(VR.OW, 1000, 100));

        assertRefused(header, Integer.MAX_VALUE, "impossible frame size");
    }

    @Test
    void aBitFrameThatDoesNotBeginAtAByteIsRefused() {
        Attributes header = image(2, "MONOCHROME2", 1, 1);
        header.setBulkData(Tag.PixelData, VR.OW, new BulkData(VR.OW, 1000, 2));

        assertRefused(header, 2, "whole byte");
    }

    @Test
    void aSingleFrameTakesAllFragments() throws IOException {
        assertThat(locate(encapsulated(1, new int[0], 10, 20, 30), NO_MARKERS, 1)).hasSize(3);
    }

    @Test
    void oneFragmentPerFrameNeedsNoTable() throws IOException {
        Attributes header = encapsulated(3, new int[0], 10, 20, 30);

        assertThat(locate(header, NO_MARKERS, 2)).containsExactly(fragment(header, 1));
    }

    @Test
    void theBasicOffsetTableTellsWhichFragmentsMakeAFrame() throws IOException {
        Attributes header = encapsulated(2, new int[] {0, 18 + 28}, 10, 20, 30);

        assertThat(locate(header, NO_MARKERS, 1)).containsExactly(fragment(header, 0), fragment(header, 1));
        assertThat(locate(header, NO_MARKERS, 2)).containsExactly(fragment(header, 2));
    }

    @Test
    void anOffsetTableThatPointsNowhereIsRefused() {
        assertRefused(encapsulated(2, new int[] {0, 0x7FFFFFFF}, 10, 20, 30), 2, "offset table names no fragment");
        assertRefused(encapsulated(2, new int[] {0, 0}, 10, 20, 30), 2, "offset table names no fragment");
    }

    @Test
    void theExtendedOffsetTableTellsWhichFragmentsMakeAFrame() throws IOException {
        Attributes header = encapsulated(2, new int[0], 10, 20, 30);
        ByteBuffer table = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN).putLong(0).putLong(18);
        header.setBytes(Tag.ExtendedOffsetTable, VR.OV, table.array());

        assertThat(locate(header, NO_MARKERS, 2)).containsExactly(fragment(header, 1), fragment(header, 2));
    }

    @Test
    void withoutATableTheEndMarkersTell() throws IOException {
        Attributes header = encapsulated(2, new int[0], 10, 20, 30);
        Fragments fragments = header.fragments(Tag.PixelData).orElseThrow();
        BulkDataSource source = (offset, length, target) -> {
            boolean firstFragment = offset < fragments.fragmentOffset(1);
            target.write(firstFragment ? new byte[] {1, 2, 3, 4} : new byte[] {1, (byte) 0xFF, (byte) 0xD9, 0});
        };

        assertThat(locate(header, source, 1)).containsExactly(fragment(header, 0), fragment(header, 1));
        assertThat(locate(header, source, 2)).containsExactly(fragment(header, 2));
        assertRefused(header, 2, "unclear which fragments");
    }

    @Test
    void framesOfAVideoStreamAreNotFound() {
        assertRefused(encapsulated(75, new int[0], 1000), 2, "a video stream");
    }

    private static void assertRefused(Attributes header, int frame, String reason) {
        assertThatExceptionOfType(DicomFormatException.class).isThrownBy(() -> locate(header, NO_MARKERS, frame))
                .withMessageContaining(reason);
    }

    private static List<ByteRange> locate(Attributes header, BulkDataSource source, int frame) throws IOException {
        return new FrameLocator(header, source).frame(frame);
    }

    private static Attributes nativeImage(int frameBytes, int allBytes) {
        Attributes header = image(2, "MONOCHROME2", 1, frameBytes * 8 / 6);
        header.setBulkData(Tag.PixelData, VR.OW, new BulkData(VR.OW, 1000, allBytes));
        return header;
    }

    /** Two rows of three pixels. */
    private static Attributes image(int frames, String photometric, int samples, int bits) {
        Attributes header = new Attributes();
        header.setInt(Tag.NumberOfFrames, VR.IS, frames);
        header.setInt(Tag.Rows, VR.US, 2);
        header.setInt(Tag.Columns, VR.US, 3);
        header.setInt(Tag.SamplesPerPixel, VR.US, samples);
        header.setInt(Tag.BitsAllocated, VR.US, bits);
        header.setString(Tag.PhotometricInterpretation, VR.CS, photometric);
        return header;
    }

    private static Attributes encapsulated(int frames, int[] table, int... fragmentBytes) {
        Attributes header = image(frames, "MONOCHROME2", 1, 8);
        Fragments fragments = new Fragments(VR.OB, 500);
        ByteBuffer basicTable = ByteBuffer.allocate(table.length * 4).order(ByteOrder.LITTLE_ENDIAN);
        for (int offset : table) {
            basicTable.putInt(offset);
        }
        fragments.basicOffsetTable(basicTable.array());
        long at = 500 + 8 + basicTable.capacity();
        for (int bytes : fragmentBytes) {
            fragments.add(at + 8, bytes);
            at += 8 + bytes;
        }
        fragments.end(at + 8 - 500);
        header.setFragments(Tag.PixelData, fragments);
        return header;
    }

    private static ByteRange fragment(Attributes header, int index) {
        Fragments fragments = header.fragments(Tag.PixelData).orElseThrow();
        return new ByteRange(fragments.fragmentOffset(index), fragments.fragmentLength(index));
    }
}
