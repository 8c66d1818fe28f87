package org.hospitalviewer.archive;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.hospitalviewer.dicom.data.Attributes;
import org.hospitalviewer.dicom.data.BulkData;
import org.hospitalviewer.dicom.data.Fragments;
import org.hospitalviewer.dicom.data.Tag;
import org.hospitalviewer.dicom.data.TransferSyntax;
import org.hospitalviewer.dicom.data.UID;
import org.hospitalviewer.dicom.data.VR;
import org.junit.jupiter.api.Test;

/** Pixel data must be as long as the header says (PS3.5 8.1.1). */
class CompletePixelDataTest {

    private static final TransferSyntax PLAIN = TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN;
    private static final TransferSyntax JPEG = TransferSyntax.of(UID.JPEGBaseline8Bit);

    private final Attributes header = new Attributes();

    private CompletePixelDataTest image(int rows, int columns, int samples, int bitsAllocated) {
        header.setInt(Tag.Rows, VR.US, rows);
        header.setInt(Tag.Columns, VR.US, columns);
        header.setInt(Tag.SamplesPerPixel, VR.US, samples);
        header.setInt(Tag.BitsAllocated, VR.US, bitsAllocated);
        return this;
    }

    private CompletePixelDataTest frames(int frames) {
        header.setInt(Tag.NumberOfFrames, VR.IS, frames);
        return this;
    }

    private CompletePixelDataTest photometric(String interpretation) {
        header.setString(Tag.PhotometricInterpretation, VR.CS, interpretation);
        return this;
    }

    private void needs(long bytes) {
        assertAccepted(bytes);
        assertRefused(bytes - 1, "Pixel data cut short: " + (bytes - 1) + " of " + bytes + " bytes");
    }

    private void assertAccepted(long bytes) {
        header.setBulkData(Tag.PixelData, VR.OW, new BulkData(VR.OW, 0, bytes));
        assertThatCode(() -> CompletePixelData.check(header, PLAIN)).doesNotThrowAnyException();
    }

    private void assertRefused(long bytes, String sentence) {
        header.setBulkData(Tag.PixelData, VR.OW, new BulkData(VR.OW, 0, bytes));
        assertRefused(PLAIN, sentence);
    }

    private void assertRefused(TransferSyntax syntax, String sentence) {
        assertThatThrownBy(() -> CompletePixelData.check(header, syntax)).isInstanceOf(RefusedException.class)
                .hasMessage(sentence);
    }

    private void fragments(int count) {
        Fragments fragments = new Fragments(VR.OB, 0);
        for (int i = 0; i < count; i++) {
            fragments.add(100L * i, 50);
        }
        header.setFragments(Tag.PixelData, fragments);
    }

    @Test
    void aGrayImageNeedsItsRowsTimesColumnsTimesBytes() {
        image(512, 512, 1, 16).needs(524_288);
    }

    @Test
    void allFramesCount() {
        image(10, 10, 1, 8).frames(7).needs(700);
    }

    @Test
    void aColourImageNeedsEachSample() {
        image(10, 11, 3, 8).photometric("RGB").needs(330);
    }

    @Test
    void sharedColourDifferencesNeedLess() {
        image(10, 10, 3, 8).photometric("YBR_FULL_422").needs(200);
        photometric("YBR_PARTIAL_420").needs(150);
    }

    @Test
    void singleBitsArePackedOverFrameBorders() {
        image(3, 3, 1, 1).frames(3).needs(4);
    }

    @Test
    void twelvePackedBitsAreCountedAsSuch() {
        image(2, 3, 1, 12).needs(9);
    }

    @Test
    void aLongerValueAndAHeaderThatPromisesNothingPass() {
        image(10, 10, 1, 8).assertAccepted(102);
        image(0, 10, 1, 8).assertAccepted(1);
        header.remove(Tag.BitsAllocated);
        assertAccepted(1);
    }

    @Test
    void nonsenseInNumberOfFramesIsOneFrame() {
        header.setString(Tag.NumberOfFrames, VR.IS, "many");
        image(10, 10, 1, 8).needs(100);
        frames(-3).needs(100);
    }

    @Test
    void anImpossibleSizeIsRefused() {
        image(65_535, 65_535, 65_535, 65_535).frames(Integer.MAX_VALUE)
                .assertRefused(1000, "Rows, columns, samples and frames make an impossible size");
    }

    @Test
    void floatingPointPixelsAreMeasuredAsWell() {
        image(2, 2, 1, 32);
        header.setBulkData(Tag.FloatPixelData, VR.OF, new BulkData(VR.OF, 0, 15));
        assertRefused(PLAIN, "Pixel data cut short: 15 of 16 bytes");
    }

    @Test
    void anEmptyPixelDataElementIsRefusedButAnAbsentOnePasses() {
        image(2, 2, 1, 16);
        assertThatCode(() -> CompletePixelData.check(header, PLAIN)).doesNotThrowAnyException();
        header.setEmpty(Tag.PixelData, VR.OW);
        assertRefused(PLAIN, "Pixel data cut short: 0 of 8 bytes");
    }

    @Test
    void eachCompressedFrameNeedsAFragmentAtLeast() {
        image(10, 10, 1, 8).frames(3);
        fragments(3);
        assertThatCode(() -> CompletePixelData.check(header, JPEG)).doesNotThrowAnyException();
        fragments(2);
        assertRefused(JPEG, "Pixel data cut short: 2 fragments for 3 frames");
        assertThatCode(() -> CompletePixelData.check(header, TransferSyntax.of(UID.MPEG4HP41)))
                .doesNotThrowAnyException();
        fragments(0);
        assertRefused(TransferSyntax.of(UID.MPEG4HP41), "Pixel data cut short: 0 fragments for 1 frames");
    }

    @Test
    void plainPixelsUnderACompressedSyntaxAndTheOtherWayRoundAreRefused() {
        image(2, 2, 1, 8);
        header.setBulkData(Tag.PixelData, VR.OW, new BulkData(VR.OW, 0, 4));
        assertRefused(JPEG, "Declared compressed, but the pixel data is not");
        fragments(1);
        assertRefused(PLAIN, "Declared uncompressed, but the pixel data is compressed");
    }
}
