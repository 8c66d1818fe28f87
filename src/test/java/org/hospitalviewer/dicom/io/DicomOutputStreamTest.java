package org.hospitalviewer.dicom.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.hospitalviewer.dicom.AnnotatedBytes.hex;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.hospitalviewer.dicom.data.Attributes;
import org.hospitalviewer.dicom.data.BulkData;
import org.hospitalviewer.dicom.data.Tag;
import org.hospitalviewer.dicom.data.TransferSyntax;
import org.hospitalviewer.dicom.data.VR;
import org.junit.jupiter.api.Test;

class DicomOutputStreamTest {
    private static final TransferSyntax EXPLICIT = TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN;

    private final Attributes attributes = new Attributes();

    @Test
    void newSequencesGetDefinedLengths() throws IOException {
        Attributes item = attributes.newSequence(Tag.RequestAttributesSequence).addItem();
        item.newSequence(Tag.ReferencedImageSequence).addItem().setInt(Tag.ReferencedFrameNumber, VR.IS, 1);

        assertThat(write(EXPLICIT)).isEqualTo(hex("""
                40 00 75 02 53 51 00 00 26 00 00 00              sequence of 38 bytes
                fe ff 00 e0 1e 00 00 00                          item of 30 bytes
                08 00 40 11 53 51 00 00 12 00 00 00              inner sequence of 18 bytes
                fe ff 00 e0 0a 00 00 00                          inner item of 10 bytes
                08 00 60 11 49 53 02 00 31 20                    frame number 1
                """));
    }

    @Test
    void implicitVrHasNoVrAndLongLengths() throws IOException {
        attributes.setString(Tag.PatientID, VR.LO, "7");

        assertThat(write(TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN)).isEqualTo(hex("10 00 20 00 02 00 00 00 37 20"));
    }

    @Test
    void bigEndianTurnsNumbersAndKeepsTheDataSet() throws IOException {
        attributes.setInt(Tag.Rows, VR.US, 513);

        assertThat(write(TransferSyntax.EXPLICIT_VR_BIG_ENDIAN)).isEqualTo(hex("00 28 00 10 55 53 00 02 02 01"));
        assertThat(attributes.getInt(Tag.Rows, 0)).isEqualTo(513);
    }

    @Test
    void oddValuesArePaddedAsTheirVrWants() throws IOException {
        attributes.setBytes(Tag.PatientID, VR.LO, hex("37"));
        attributes.setBytes(Tag.EncapsulatedDocument, VR.OB, hex("01"));

        assertThat(write(EXPLICIT)).isEqualTo(hex("""
                10 00 20 00 4c 4f 02 00 37 20                    LO with a space
                42 00 11 00 4f 42 00 00 02 00 00 00 01 00        OB with NUL
                """));
    }

    @Test
    void aValueTooLongForItsShortHeaderIsWrittenAsUnAndUnderstoodAgain() throws IOException {
        attributes.setString(Tag.PixelSpacing, VR.DS, "1234567\\".repeat(10_000) + "1");
        byte[] bytes = write(EXPLICIT);

        assertThat(new String(bytes, 4, 2)).isEqualTo("UN");
        Attributes again = new DicomInputStream(new ByteArrayInputStream(bytes), EXPLICIT,
                ReadOptions.DEFAULT.withBulkThresholdBytes(100_000)).readDataSet();
        assertThat(again.getStrings(Tag.PixelSpacing)).hasSize(10_001).startsWith("1234567");
    }

    @Test
    void bulkDataIsCopiedFromItsSource() throws IOException {
        attributes.setBulkData(Tag.PixelData, VR.OB, new BulkData(VR.OB, 100, 3));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        BulkDataSource source = (offset, length, target) -> {
            assertThat(offset).isEqualTo(100);
            target.write(hex("01 02 03"));
        };
        new DicomOutputStream(bytes, EXPLICIT, source).writeDataSet(attributes);

        assertThat(bytes.toByteArray()).isEqualTo(hex("e0 7f 10 00 4f 42 00 00 04 00 00 00 01 02 03 00"));
    }

    @Test
    void bulkDataWithoutASourceIsNotWrittenSilentlyAsNothing() {
        attributes.setBulkData(Tag.PixelData, VR.OB, new BulkData(VR.OB, 100, 3));

        assertThatExceptionOfType(IOException.class).isThrownBy(() -> write(EXPLICIT))
                .withMessageContaining("was not read");
    }

    @Test
    void aDeflatedTransferSyntaxIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new DicomOutputStream(
                OutputStream.nullOutputStream(), TransferSyntax.DEFLATED_EXPLICIT_VR_LITTLE_ENDIAN));
    }

    private byte[] write(TransferSyntax transferSyntax) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new DicomOutputStream(bytes, transferSyntax).writeDataSet(attributes);
        return bytes.toByteArray();
    }
}
