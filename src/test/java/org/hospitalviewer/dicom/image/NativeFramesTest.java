package org.hospitalviewer.dicom.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hospitalviewer.dicom.data.Attributes;
import org.hospitalviewer.dicom.data.Tag;
import org.hospitalviewer.dicom.data.TransferSyntax;
import org.hospitalviewer.dicom.data.UID;
import org.hospitalviewer.dicom.data.VR;
import org.hospitalviewer.dicom.io.DicomOutputStream;
import org.hospitalviewer.dicom.io.FileMeta;
import org.hospitalviewer.dicom.io.Part10;
import org.hospitalviewer.dicom.io.Part10File;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pixel data that is not compressed, in the forms of PS3.5 8.1.1 and 8.2. */
class NativeFramesTest {

    @TempDir
    private Path folder;
    private final Attributes header = new Attributes();

    private void describe(int columns, int rows, int allocated, int stored, int signed) {
        header.setInt(Tag.Columns, VR.US, columns);
        header.setInt(Tag.Rows, VR.US, rows);
        header.setInt(Tag.BitsAllocated, VR.US, allocated);
        header.setInt(Tag.BitsStored, VR.US, stored);
        header.setInt(Tag.HighBit, VR.US, stored - 1);
        header.setInt(Tag.PixelRepresentation, VR.US, signed);
        header.setInt(Tag.SamplesPerPixel, VR.US, 1);
        header.setString(Tag.PhotometricInterpretation, VR.CS, "MONOCHROME2");
    }

    private ImageFrames frames(VR vr, int... bytes) throws IOException {
        return frames(TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN, vr, bytes);
    }

    private ImageFrames frames(TransferSyntax syntax, VR vr, int... bytes) throws IOException {
        byte[] pixels = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            pixels[i] = (byte) bytes[i];
        }
        header.setBytes(Tag.PixelData, vr, pixels);
        Path file = folder.resolve("frames.dcm");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            Part10.writeHeader(out, FileMeta.of(UID.SecondaryCaptureImageStorage, "1.2.3", syntax.uid()));
            new DicomOutputStream(out, syntax, (_, _, _) -> { }).writeDataSet(header);
        }
        return ImageFrames.of(Part10File.open(file));
    }

    private static short[] values(ImageFrames frames, int number) throws IOException {
        return ((Samples.Of16) frames.decode(number).samples()).values();
    }

    @Test
    void framesOfSingleBitsMayBeginWithinAByte() throws IOException {
        describe(3, 1, 1, 1, 0);
        header.setInt(Tag.NumberOfFrames, VR.IS, 4);
        ImageFrames frames = frames(VR.OB, 0b01_110_101, 0b0000_011_0);
        assertThat(values(frames, 1)).containsExactly(1, 0, 1);
        assertThat(values(frames, 2)).containsExactly(0, 1, 1);
        assertThat(values(frames, 3)).containsExactly(1, 0, 0);
        assertThat(values(frames, 4)).containsExactly(1, 1, 0);
        assertThat(LittleEndianFrame.bytes(frames.decode(2))).containsExactly(0b110);
    }

    @Test
    void bitsThatHoldNoSampleAreClearedAndSignsExtended() throws IOException {
        describe(2, 1, 16, 12, 0);
        assertThat(values(frames(VR.OW, 0xFF, 0xF0, 0x34, 0x12), 1)).containsExactly(0x0FF, 0x234);
        describe(2, 1, 16, 12, 1);
        assertThat(values(frames(VR.OW, 0xFF, 0x0F, 0x34, 0xF2), 1)).containsExactly(-1, 0x234);
    }

    @Test
    void aSampleMayStandAboveTheLowestBit() throws IOException {
        describe(1, 1, 16, 12, 0);
        header.setInt(Tag.HighBit, VR.US, 15);
        ImageFrames frames = frames(VR.OW, 0x4A, 0x12);
        assertThat(values(frames, 1)).containsExactly(0x124);
        assertThat(LittleEndianFrame.bytes(frames.decode(1))).as("High Bit stays true").containsExactly(0x40, 0x12);
    }

    @Test
    void wordsInBigEndianAreTurnedAround() throws IOException {
        describe(2, 1, 16, 16, 0);
        ImageFrames words = frames(TransferSyntax.EXPLICIT_VR_BIG_ENDIAN, VR.OW, 0x34, 0x12, 0x78, 0x56);
        assertThat(values(words, 1)).containsExactly(0x1234, 0x5678);
        describe(4, 1, 8, 8, 0);
        ImageFrames bytes = frames(TransferSyntax.EXPLICIT_VR_BIG_ENDIAN, VR.OW, 1, 2, 3, 4);
        assertThat(values(bytes, 1)).as("bytes in words").containsExactly(1, 2, 3, 4);
        assertThat(values(frames(TransferSyntax.EXPLICIT_VR_BIG_ENDIAN, VR.OB, 1, 2, 3, 4), 1)).containsExactly(1, 2, 3, 4);
    }

    @Test
    void coloursInPlanesComeTogetherAndGoBackAsTheHeaderSays() throws IOException {
        describe(2, 1, 8, 8, 0);
        header.setInt(Tag.SamplesPerPixel, VR.US, 3);
        header.setInt(Tag.PlanarConfiguration, VR.US, 1);
        header.setString(Tag.PhotometricInterpretation, VR.CS, "RGB");
        ImageFrames frames = frames(VR.OB, 1, 2, 3, 4, 5, 6);
        assertThat(values(frames, 1)).containsExactly(1, 3, 5, 2, 4, 6);
        assertThat(LittleEndianFrame.bytes(frames.decode(1))).containsExactly(1, 2, 3, 4, 5, 6);
    }

    @Test
    void sharedColourIsGivenToBothPixels() throws IOException {
        describe(2, 1, 8, 8, 0);
        header.setInt(Tag.SamplesPerPixel, VR.US, 3);
        header.setString(Tag.PhotometricInterpretation, VR.CS, "YBR_FULL_422");
        assertThat(values(frames(VR.OB, 10, 20, 30, 40), 1)).containsExactly(10, 30, 40, 20, 30, 40);
    }

    @Test
    void aHeaderThatPromisesMoreThanThereIsCostsNothing() {
        describe(65535, 600, 8, 8, 0);
        assertThatThrownBy(() -> frames(VR.OB, 1, 2).decode(1)).isInstanceOf(UndecodableImageException.class)
                .hasMessageContaining("of pixel data with 2 bytes");
        describe(65535, 65535, 8, 8, 0);
        assertThatThrownBy(() -> frames(VR.OB, 1, 2)).isInstanceOf(UndecodableImageException.class)
                .hasMessageContaining("too large");
    }

    @Test
    void whatDoesNotFitTogetherIsRefusedInWords() {
        describe(2, 2, 24, 24, 0);
        assertThatThrownBy(() -> frames(VR.OB, 1, 2)).hasMessageContaining("24 bits");
        describe(2, 2, 8, 8, 0);
        header.setInt(Tag.SamplesPerPixel, VR.US, 3);
        assertThatThrownBy(() -> frames(VR.OB, 1, 2)).hasMessageContaining("3 samples per pixel");
    }
}
