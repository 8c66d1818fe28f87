package org.hospitalviewer.dicom.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.hospitalviewer.dicom.AnnotatedBytes.hex;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.hospitalviewer.dicom.data.PixelDataLocation;
import org.hospitalviewer.dicom.data.Tag;
import org.hospitalviewer.dicom.data.TransferSyntax;
import org.hospitalviewer.dicom.data.UID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Part10Test {
    private static final byte[] DATA_SET = hex("""
            10 00 20 00 4c 4f 02 00 37 20                    patient ID
            28 00 02 00 55 53 02 00 01 00                    samples per pixel
            28 00 08 00 49 53 02 00 32 20                    number of frames 2
            28 00 10 00 55 53 02 00 01 00                    rows
            28 00 11 00 55 53 02 00 02 00                    columns
            28 00 00 01 55 53 02 00 08 00                    bits allocated
            e0 7f 10 00 4f 42 00 00 04 00 00 00 01 02 03 04  pixel data
            """);

    @TempDir
    private Path folder;

    @Test
    void aHeaderThatWasWrittenReadsTheSame() throws IOException {
        FileMeta meta = FileMeta.of(UID.CTImageStorage, "1.2.3.4", UID.ExplicitVRLittleEndian).withSourceAeTitle("CT1");

        byte[] header = Part10.header(meta);
        Part10.Opened opened = Part10.open(new ByteArrayInputStream(concat(header, DATA_SET)));

        assertThat(header).startsWith(new byte[128]);
        assertThat(new String(header, 128, 4)).isEqualTo("DICM");
        assertThat(opened.meta().mediaStorageSopClassUid()).contains(UID.CTImageStorage);
        assertThat(opened.meta().mediaStorageSopInstanceUid()).contains("1.2.3.4");
        assertThat(opened.meta().transferSyntaxUid()).isEqualTo(UID.ExplicitVRLittleEndian);
        assertThat(opened.meta().sourceAeTitle()).contains("CT1");
        assertThat(opened.meta().attributes().getInt(Tag.FileMetaInformationGroupLength, 0))
                .isEqualTo(header.length - 128 - 4 - 12);
        assertThat(opened.dataSetOffset()).isEqualTo(header.length);
        assertThat(opened.dataSet().readAllBytes()).isEqualTo(DATA_SET);
    }

    @Test
    void ourImplementationIdentifiesItselfAsTheStandardAllows() {
        assertThat(UID.isValid(FileMeta.IMPLEMENTATION_CLASS_UID)).isTrue();
        assertThat(FileMeta.IMPLEMENTATION_VERSION_NAME).hasSizeLessThanOrEqualTo(16);
    }

    @Test
    void placesCountFromTheStartOfTheFile() throws IOException {
        Path path = write(UID.ExplicitVRLittleEndian, DATA_SET);
        Part10File file = Part10File.open(path);

        PixelDataLocation pixels = file.pixelData().orElseThrow();
        assertThat(pixels.offset()).isEqualTo(Files.size(path) - 4);
        assertThat(pixels.length()).isEqualTo(4);
        assertThat(file.frameCount()).isEqualTo(2);
        assertThat(file.frame(2)).containsExactly(new ByteRange(Files.size(path) - 2, 2));
        assertThat(copied(file, file.frame(2).getFirst())).containsExactly(3, 4);
    }

    @Test
    void aDeflatedDataSetIsReadAndItsPixelsAreFound() throws IOException {
        Part10File file = Part10File.open(write(UID.DeflatedExplicitVRLittleEndian, deflated(DATA_SET)));

        assertThat(file.isDeflated()).isTrue();
        assertThat(file.header().getString(Tag.PatientID)).isEqualTo("7");
        assertThat(file.frame(2)).containsExactly(new ByteRange(DATA_SET.length - 2, 2));
        assertThat(copied(file, file.frame(2).getFirst())).containsExactly(3, 4);
    }

    @Test
    void aFileWithoutPreambleOrMetaIsRecognised() throws IOException {
        Part10.Opened opened = Part10.open(new ByteArrayInputStream(DATA_SET));

        assertThat(opened.meta().transferSyntaxUid()).isEqualTo(UID.ExplicitVRLittleEndian);
        assertThat(opened.dataSetOffset()).isZero();
        assertThat(opened.dataSet().readAllBytes()).isEqualTo(DATA_SET);
    }

    @Test
    void anImplicitOrBigEndianFileWithoutMetaIsRecognised() throws IOException {
        assertThat(guess("08 00 00 00 04 00 00 00 0a 00 00 00")).isEqualTo(UID.ImplicitVRLittleEndian);
        assertThat(guess("00 08 00 05 43 53 00 0a 49 53 4f 5f 49 52 20 31 30 30")).isEqualTo(UID.ExplicitVRBigEndian);
    }

    private static String guess(String bytes) throws IOException {
        return Part10.open(new ByteArrayInputStream(hex(bytes))).meta().transferSyntaxUid();
    }

    @Test
    void whatIsNoDicomFileIsRefused() {
        for (String bytes : List.of("50 4b 03 04 14 00 08 00 08 00", "48 65 6c 6c 6f 20 77 6f 72 6c 64", "", "08")) {
            assertThatExceptionOfType(DicomFormatException.class)
                    .isThrownBy(() -> Part10.open(new ByteArrayInputStream(bytes.isEmpty() ? new byte[0] : hex(bytes))))
                    .withMessageStartingWith("Not a DICOM file");
        }
    }

    @Test
    void aGroupLengthThatLiesIsNotTrusted() throws IOException {
        byte[] header = Part10.header(FileMeta.of(UID.CTImageStorage, "1.2.3.4", UID.ExplicitVRLittleEndian));
        header[128 + 4 + 8] = (byte) 0xFF;

        Part10.Opened opened = Part10.open(new ByteArrayInputStream(concat(header, DATA_SET)));

        assertThat(opened.dataSetOffset()).isEqualTo(header.length);
    }

    @Test
    void aScanLetsACopyingStreamSeeEveryByte() throws IOException {
        for (byte[] dataSet : List.of(DATA_SET, concat(deflated(DATA_SET), new byte[3]))) {
            boolean deflated = dataSet != DATA_SET;
            ByteArrayOutputStream copy = new ByteArrayOutputStream();
            DataSetScan scan = DataSetScan.scan(new CopyingStream(dataSet, copy), deflated
                    ? TransferSyntax.DEFLATED_EXPLICIT_VR_LITTLE_ENDIAN
                    : TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN, ReadLimits.DEFAULT);

            assertThat(copy.toByteArray()).isEqualTo(dataSet);
            assertThat(scan.length()).isEqualTo(DATA_SET.length);
            assertThat(scan.pixelData().orElseThrow().offset()).isEqualTo(DATA_SET.length - 4);
            assertThat(scan.header().getString(Tag.PatientID)).isEqualTo("7");
        }
    }

    @Test
    void aDeflatedDataSetMayNotGrowBeyondItsLimit() throws IOException {
        byte[] bomb = deflated(concat(hex("e0 7f 10 00 4f 42 00 00 a0 86 01 00"), new byte[100_000]));
        ReadLimits limits = new ReadLimits(64, 1000, 1000, 50_000);

        assertThatExceptionOfType(DicomFormatException.class).isThrownBy(() -> DataSetScan.scan(
                        new ByteArrayInputStream(bomb),
                        TransferSyntax.DEFLATED_EXPLICIT_VR_LITTLE_ENDIAN, limits))
                .withMessageContaining("grows beyond the limit");
    }

    /** One byte at a time, as the worst network gives them, and a copy of all. */
    private static final class CopyingStream extends InputStream {
        private final ByteArrayInputStream bytes;
        private final ByteArrayOutputStream copy;

        private CopyingStream(byte[] bytes, ByteArrayOutputStream copy) {
            this.bytes = new ByteArrayInputStream(bytes);
            this.copy = copy;
        }

        @Override
        public int read() {
            int next = bytes.read();
            if (next >= 0) {
                copy.write(next);
            }
            return next;
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            int next = length == 0 ? 0 : read();
            if (next < 0) {
                return -1;
            }
            target[offset] = (byte) next;
            return 1;
        }

        @Override
        public long skip(long count) {
            throw new AssertionError("A skipped byte is lost for the copy");
        }
    }

    private Path write(String transferSyntaxUid, byte[] dataSet) throws IOException {
        byte[] header = Part10.header(FileMeta.of(UID.CTImageStorage, "1.2.3.4", transferSyntaxUid));
        return Files.write(folder.resolve("Übung 1.dcm"), concat(header, dataSet));
    }

    private static byte[] copied(Part10File file, ByteRange range) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        file.bulkDataSource().copy(range.offset(), range.length(), bytes);
        return bytes.toByteArray();
    }

    private static byte[] deflated(byte[] bytes) throws IOException {
        ByteArrayOutputStream deflated = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(deflated, new Deflater(9, true))) {
            out.write(bytes);
        }
        return deflated.toByteArray();
    }

    private static byte[] concat(byte[] first, byte[] second) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(first);
        bytes.writeBytes(second);
        return bytes.toByteArray();
    }
}
