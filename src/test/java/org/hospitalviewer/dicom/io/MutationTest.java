package org.hospitalviewer.dicom.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Random;
import org.hospitalviewer.dicom.data.Attributes;
import org.hospitalviewer.dicom.data.TransferSyntax;
import org.hospitalviewer.dicom.json.BulkDataUri;
import org.hospitalviewer.dicom.json.DicomJson;
import org.hospitalviewer.peers.Samples;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files with bytes changed or cut at random, by fixed seeds: read or refused, never another failure. */
class MutationTest {
    private static final int ROUNDS = 4000;

    @ParameterizedTest
    @ValueSource(strings = {
        "charsets/chrH32.dcm", "charsets/chrSQEncoding.dcm", "malformed/found/nested_priv_SQ.dcm",
        "malformed/found/UN_sequence.dcm", "malformed/found/Issue1097_FailToOpenDeflatedFileWithSQ.dcm",
        "malformed/found/reportsi_with_empty_number_tags.dcm", "malformed/found/ExplVR_BigEndNoMeta.dcm",
        "malformed/found/JPEG2000-embedded-sequence-delimiter.dcm", "dicomdir/media/98892003/MR1/15820"})
    void aMutatedFileIsReadOrRefused(String sample) throws IOException {
        byte[] original = Files.readAllBytes(Samples.path(sample));
        Random random = new Random(sample.hashCode());
        int refused = 0;
        for (int round = 0; round < ROUNDS; round++) {
            refused += isRefused(mutate(original, random)) ? 1 : 0;
        }
        assertThat(refused).isBetween(1, ROUNDS);
    }

    private static byte[] mutate(byte[] original, Random random) {
        int length = random.nextInt(4) == 0 ? random.nextInt(original.length) : original.length;
        byte[] bytes = Arrays.copyOf(original, length);
        for (int i = random.nextInt(6); i >= 0 && bytes.length > 0; i--) {
            byte[] choices = {0, -1, (byte) random.nextInt(256), 0x7F, (byte) 0x80, 0x1B};
            bytes[random.nextInt(bytes.length)] = choices[random.nextInt(choices.length)];
        }
        return bytes;
    }

    private static boolean isRefused(byte[] bytes) throws IOException {
        try {
            Part10.Opened opened = Part10.open(new ByteArrayInputStream(bytes));
            DataSetScan scan = DataSetScan.scan(opened.dataSet(), opened.meta().transferSyntax(), ReadLimits.DEFAULT);
            use(scan.header());
            return false;
        } catch (DicomFormatException e) {
            return true;
        }
    }

    /** Everything that decodes values must survive them too. */
    private static void use(Attributes header) throws IOException {
        DicomJson.write(header, OutputStream.nullOutputStream(), BulkDataUri.NONE);
        assertThat(header.toString()).isNotNull();
        BulkDataSource zeros = (offset, length, target) -> target.write(new byte[(int) length]);
        FrameLocator frames = new FrameLocator(header, zeros);
        try {
            if (frames.frameCount() > 0) {
                frames.frame(frames.frameCount());
            }
        } catch (DicomFormatException e) {
            assertThat(e.getMessage()).isNotBlank();
        }
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        new DicomOutputStream(written, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN, zeros).writeDataSet(header);
        assertThat(written.size()).isGreaterThanOrEqualTo(header.size() * 8);
    }
}
