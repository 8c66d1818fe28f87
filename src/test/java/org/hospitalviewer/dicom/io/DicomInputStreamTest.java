package org.hospitalviewer.dicom.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.hospitalviewer.dicom.AnnotatedBytes.hex;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.hospitalviewer.dicom.data.Attributes;
import org.hospitalviewer.dicom.data.BulkData;
import org.hospitalviewer.dicom.data.Fragments;
import org.hospitalviewer.dicom.data.Tag;
import org.hospitalviewer.dicom.data.TransferSyntax;
import org.hospitalviewer.dicom.data.VR;
import org.junit.jupiter.api.Test;

class DicomInputStreamTest {
    private static final TransferSyntax IMPLICIT = TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN;
    private static final TransferSyntax EXPLICIT = TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN;

    @Test
    void aCommandSetIsImplicitLittleEndian() throws IOException {
        byte[] echo = hex("""
                00 00 00 00 04 00 00 00 38 00 00 00              command group length 56
                00 00 02 00 12 00 00 00                          affected SOP class UID, 18 bytes
                31 2e 32 2e 38 34 30 2e 31 30 30 30 38 2e 31 2e 31 00
                00 00 00 01 02 00 00 00 30 00                    command field C-ECHO-RQ
                00 00 10 01 02 00 00 00 01 00                    message ID 1
                00 00 00 08 02 00 00 00 01 01                    no data set
                """);

        Attributes command = read(echo, IMPLICIT);

        assertThat(command.getString(Tag.AffectedSOPClassUID)).isEqualTo("1.2.840.10008.1.1");
        assertThat(command.getInt(Tag.CommandField, 0)).isEqualTo(0x0030);
        assertThat(command.getInt(Tag.CommandDataSetType, 0)).isEqualTo(0x0101);
        assertThat(write(command, IMPLICIT)).isEqualTo(echo);
    }

    @Test
    void shortAndLongHeadersOfExplicitVrAreRead() throws IOException {
        byte[] dataSet = hex("""
                10 00 10 00 50 4e 04 00 44 6f 65 20              PN, short header
                10 00 00 40 4c 54 02 00 68 69                    LT, short header
                08 00 20 01 55 52 00 00 04 00 00 00 61 3a 2f 2f  UR, long header
                """);

        Attributes attributes = read(dataSet, EXPLICIT);

        assertThat(attributes.getString(Tag.PatientName)).isEqualTo("Doe");
        assertThat(attributes.getString(Tag.PatientComments)).isEqualTo("hi");
        assertThat(attributes.getString(0x00080120)).isEqualTo("a://");
        assertThat(attributes.vr(0x00080120)).isEqualTo(VR.UR);
    }

    @Test
    void sequencesOfDefinedAndUndefinedLengthComeBackAsTheyWere() throws IOException {
        byte[] dataSet = hex("""
                08 00 40 11 53 51 00 00 ff ff ff ff              referenced image sequence, undefined length
                fe ff 00 e0 ff ff ff ff                          item, undefined length
                08 00 60 11 49 53 02 00 31 20                    frame number 1
                fe ff 0d e0 00 00 00 00                          end of item
                fe ff 00 e0 0a 00 00 00                          item of 10 bytes
                08 00 60 11 49 53 02 00 32 20                    frame number 2
                fe ff dd e0 00 00 00 00                          end of sequence
                40 00 75 02 53 51 00 00 08 00 00 00              request attributes sequence, 8 bytes
                fe ff 00 e0 00 00 00 00                          empty item
                """);

        Attributes attributes = read(dataSet, EXPLICIT);

        assertThat(attributes.getSequence(Tag.ReferencedImageSequence))
                .extracting(item -> item.getInt(Tag.ReferencedFrameNumber, 0)).containsExactly(1, 2);
        assertThat(attributes.getSequence(Tag.RequestAttributesSequence)).containsExactly(new Attributes());
        assertThat(write(attributes, EXPLICIT)).isEqualTo(dataSet);
    }

    @Test
    void unOfUndefinedLengthIsAnImplicitSequence() throws IOException {
        Attributes attributes = read(hex("""
                09 00 10 10 55 4e 00 00 ff ff ff ff              private UN, undefined length (PS3.5 6.2.2)
                fe ff 00 e0 ff ff ff ff                          item
                10 00 10 00 04 00 00 00 44 6f 65 20              patient name, implicit VR
                fe ff 0d e0 00 00 00 00                          end of item
                fe ff dd e0 00 00 00 00                          end of sequence
                10 00 20 00 4c 4f 02 00 37 20                    patient ID, explicit VR again
                """), EXPLICIT);

        assertThat(attributes.getItem(0x00091010).getString(Tag.PatientName)).isEqualTo("Doe");
        assertThat(attributes.getString(Tag.PatientID)).isEqualTo("7");
    }

    @Test
    void aKnownSequenceInUnOfDefinedLengthIsRead() throws IOException {
        Attributes attributes = read(hex("""
                08 00 40 11 55 4e 00 00 12 00 00 00              referenced image sequence as UN, 18 bytes
                fe ff 00 e0 0a 00 00 00                          item of 10 bytes
                08 00 60 11 02 00 00 00 32 20                    frame number, implicit VR
                """), EXPLICIT);

        assertThat(attributes.getItem(Tag.ReferencedImageSequence).getInt(Tag.ReferencedFrameNumber, 0)).isEqualTo(2);
    }

    @Test
    void aSequenceInUnInheritsTheCharacterSetAndLocatesItsPixels() throws IOException {
        byte[] dataSet = hex("""
                08 00 05 00 43 53 0a 00 49 53 4f 5f 49 52 20 31 34 34   ISO_IR 144, Cyrillic
                88 00 00 02 55 4e 00 00 1e 00 00 00              icon image sequence as UN, 30 bytes
                fe ff 00 e0 16 00 00 00                          item of 22 bytes
                10 00 20 00 02 00 00 00 b2 d0                    patient ID, implicit VR
                e0 7f 10 00 04 00 00 00 01 02 03 04              pixel data
                """);
        Attributes icon = read(dataSet, EXPLICIT).getItem(Tag.IconImageSequence);

        assertThat(icon.getString(Tag.PatientID)).isEqualTo("Ва");
        BulkData pixels = icon.bulkData(Tag.PixelData).orElseThrow();
        assertThat(pixels.offset()).isEqualTo(dataSet.length - 4);
    }

    @Test
    void aKnownSequenceTagThatHoldsOtherBytesInUnKeepsThem() throws IOException {
        Attributes attributes = read(hex("""
                08 00 40 11 55 4e 00 00 08 00 00 00              referenced image sequence as UN, 8 bytes
                01 02 03 04 05 06 07 08                          but no item
                """), EXPLICIT);

        assertThat(attributes.getSequence(Tag.ReferencedImageSequence)).isNull();
        assertThat(attributes.getBytes(Tag.ReferencedImageSequence)).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
    }

    @Test
    void anOddLengthIsReadAndKept() throws IOException {
        Attributes attributes = read(hex("""
                10 00 10 00 50 4e 03 00 44 6f 65                 PN of 3 bytes
                10 00 20 00 4c 4f 02 00 37 20                    LO
                """), EXPLICIT);

        assertThat(attributes.getBytes(Tag.PatientName)).hasSize(3);
        assertThat(attributes.getString(Tag.PatientID)).isEqualTo("7");
    }

    @Test
    void bigEndianNumbersAndWordsAreTurned() throws IOException {
        byte[] dataSet = hex("""
                00 28 00 10 55 53 00 02 02 01                    rows 513
                00 28 00 09 41 54 00 04 00 18 10 63              frame increment pointer (0018,1063)
                00 28 12 01 4f 57 00 00 00 00 00 04 01 02 03 04  palette of two words
                """);

        Attributes attributes = read(dataSet, TransferSyntax.EXPLICIT_VR_BIG_ENDIAN);

        assertThat(attributes.getInt(Tag.Rows, 0)).isEqualTo(513);
        assertThat(attributes.getInt(Tag.FrameIncrementPointer, 0)).isEqualTo(Tag.FrameTime);
        assertThat(attributes.getBytes(Tag.RedPaletteColorLookupTableData)).containsExactly(2, 1, 4, 3);
    }

    @Test
    void pixelDataStaysInTheSourceAndIsLocated() throws IOException {
        Attributes attributes = read(hex("""
                28 00 10 00 55 53 02 00 01 00                    rows
                e0 7f 10 00 4f 57 00 00 04 00 00 00 01 02 03 04  pixel data
                """), EXPLICIT);

        assertThat(attributes.bulkData(Tag.PixelData)).contains(new BulkData(VR.OW, 22, 4));
        assertThat(attributes.getBytes(Tag.PixelData)).isNull();
    }

    @Test
    void fragmentsAreLocatedNotHeld() throws IOException {
        Attributes attributes = read(hex("""
                e0 7f 10 00 4f 42 00 00 ff ff ff ff              pixel data, encapsulated
                fe ff 00 e0 08 00 00 00 00 00 00 00 0a 00 00 00  basic offset table: 0, 10
                fe ff 00 e0 02 00 00 00 ff d8                    first fragment
                fe ff 00 e0 04 00 00 00 ff d8 ff d9              second fragment
                fe ff dd e0 00 00 00 00                          end
                """), TransferSyntax.of("1.2.840.10008.1.2.4.50"));

        Fragments fragments = attributes.fragments(Tag.PixelData).orElseThrow();
        assertThat(fragments.size()).isEqualTo(2);
        assertThat(fragments.fragmentOffset(0)).isEqualTo(36);
        assertThat(fragments.fragmentOffset(1)).isEqualTo(46);
        assertThat(fragments.fragmentLength(1)).isEqualTo(4);
        assertThat(fragments.basicOffset(1)).isEqualTo(46);
        assertThat(fragments.offset()).isEqualTo(12);
        assertThat(fragments.length()).isEqualTo(46);
    }

    @Test
    void aHugeDeclaredLengthIsRefused() {
        assertRefused(hex("""
                10 00 00 40 55 54 00 00 00 00 00 7f              UT that declares 2 GiB
                61 62 63                                         three bytes follow
                """), "(0010,4000)");
    }

    @Test
    void aCutElementIsRefused() {
        assertRefused(hex("10 00 10 00 50 4e 08 00 44 6f 65"), "declares 8 bytes, but only 3 are there");
        assertRefused(hex("10 00 10 00 50"), "cut short");
    }

    @Test
    void anItemLongerThanItsSequenceIsRefused() {
        assertRefused(hex("""
                40 00 75 02 53 51 00 00 08 00 00 00              sequence of 8 bytes
                fe ff 00 e0 0a 00 00 00                          item of 10 bytes
                08 00 60 11 49 53 02 00 32 20
                """), "declares 10 bytes, but only 0 are there");
    }

    @Test
    void aValueRepresentationOfGarbageIsRefused() {
        assertRefused(hex("10 00 10 00 00 00 04 00 44 6f 65 20"), "no value representation");
    }

    @Test
    void explicitVrDeclaredAsImplicitIsRefused() {
        assertThatExceptionOfType(DicomFormatException.class)
                .isThrownBy(() -> read(hex("10 00 10 00 50 4e 04 00 44 6f 65 20"), IMPLICIT))
                .withMessageContaining("declared implicit VR");
    }

    @Test
    void aStrayDelimiterIsRefused() {
        assertRefused(hex("fe ff 0d e0 00 00 00 00"), "outside of any sequence");
    }

    @Test
    void zerosBehindTheLastElementAreIgnored() throws IOException {
        Attributes attributes = read(hex("""
                10 00 20 00 4c 4f 02 00 37 20                    patient ID
                00 00 00 00 00 00 00 00 00 00 00                 padding
                """), EXPLICIT);

        assertThat(attributes.size()).isEqualTo(1);
    }

    @Test
    void nestingBeyondTheLimitIsRefusedWithoutStackOverflow() {
        ByteArrayOutputStream nested = new ByteArrayOutputStream();
        for (int i = 0; i < 20_000; i++) {
            nested.writeBytes(hex("""
                    40 00 75 02 53 51 00 00 ff ff ff ff          sequence
                    fe ff 00 e0 ff ff ff ff                      item
                    """));
        }
        assertRefused(nested.toByteArray(), "nested deeper than 64");
    }

    /** Were all elements sorted at each character set, a megabyte would take minutes. */
    @Test
    void manyCharacterSetsOutOfOrderCostNoSortEach() throws IOException {
        ByteArrayOutputStream dataSet = new ByteArrayOutputStream();
        for (int element = 0xFFFF; element >= 0x1000; element--) {
            dataSet.writeBytes(new byte[] {9, 0, (byte) element, (byte) (element >> 8), 'C', 'S', 0, 0});
            dataSet.writeBytes(hex("08 00 05 00 43 53 02 00 41 20"));
        }

        assertThat(read(dataSet.toByteArray(), EXPLICIT).size()).isEqualTo(0xF001);
    }

    @Test
    void moreElementsThanTheLimitAreRefused() {
        ReadOptions options = ReadOptions.DEFAULT.withLimits(new ReadLimits(4, 2, 1000, 1000));
        byte[] three = hex("""
                10 00 10 00 50 4e 00 00
                10 00 20 00 4c 4f 00 00
                10 00 30 00 44 41 00 00
                """);

        assertThatExceptionOfType(DicomFormatException.class)
                .isThrownBy(() -> new DicomInputStream(new ByteArrayInputStream(three), EXPLICIT, options)
                        .readDataSet())
                .withMessageContaining("more than 2 elements");
    }

    @Test
    void readingStopsBeforePixelDataWhenAsked() throws IOException {
        byte[] dataSet = hex("""
                28 00 10 00 55 53 02 00 01 00                    rows
                e0 7f 10 00 4f 57 00 00 04 00 00 00 01 02        pixel data, cut
                """);
        DicomInputStream in = new DicomInputStream(new ByteArrayInputStream(dataSet), EXPLICIT,
                ReadOptions.DEFAULT.withStopBeforePixelData());

        assertThat(in.readDataSet().tags()).containsExactly(Tag.Rows);
    }

    private static void assertRefused(byte[] dataSet, String reason) {
        assertThatExceptionOfType(DicomFormatException.class).isThrownBy(() -> read(dataSet, EXPLICIT))
                .withMessageContaining(reason);
    }

    private static Attributes read(byte[] dataSet, TransferSyntax transferSyntax) throws IOException {
        return new DicomInputStream(new ByteArrayInputStream(dataSet), transferSyntax).readDataSet();
    }

    private static byte[] write(Attributes attributes, TransferSyntax transferSyntax) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DicomOutputStream out = new DicomOutputStream(bytes, transferSyntax)) {
            out.writeDataSet(attributes);
        }
        return bytes.toByteArray();
    }
}
