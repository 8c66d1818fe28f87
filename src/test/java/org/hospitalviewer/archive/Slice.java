package org.hospitalviewer.archive;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

import org.hospitalviewer.dicom.data.Attributes;
import org.hospitalviewer.dicom.data.Tag;
import org.hospitalviewer.dicom.data.TransferSyntax;
import org.hospitalviewer.dicom.data.UID;
import org.hospitalviewer.dicom.data.VR;
import org.hospitalviewer.dicom.io.DicomOutputStream;
import org.hospitalviewer.dicom.io.FileMeta;
import org.hospitalviewer.dicom.io.Part10;

/**
 * A CT slice for tests, to be changed before it is sent.
 *
 * @param attributes its whole data set
 * @param syntax     how it is encoded
 */
public record Slice(Attributes attributes, TransferSyntax syntax) {

    private static final int BYTES_PER_PIXEL = 2;

    /** A UID that nobody else has (PS3.5 B.2). */
    public static String newUid() {
        UUID uuid = UUID.randomUUID();
        return "2.25." + new BigInteger(uuid.toString().replace("-", ""), 16);
    }

    /** The slice of this number in a series, with square pictures whose pixels depend on the number. */
    public static Slice of(String studyUid, String seriesUid, int number, int rows) {
        Attributes attributes = new Attributes();
        attributes.setString(Tag.SpecificCharacterSet, VR.CS, "ISO_IR 192");
        attributes.setString(Tag.SOPClassUID, VR.UI, UID.CTImageStorage);
        attributes.setString(Tag.SOPInstanceUID, VR.UI, newUid());
        attributes.setString(Tag.StudyDate, VR.DA, "20240229");
        attributes.setString(Tag.StudyTime, VR.TM, "101530");
        attributes.setString(Tag.Modality, VR.CS, "CT");
        attributes.setString(Tag.PatientName, VR.PN, "Test^Slice");
        attributes.setString(Tag.PatientID, VR.LO, "SLICE");
        attributes.setString(Tag.StudyInstanceUID, VR.UI, studyUid);
        attributes.setString(Tag.SeriesInstanceUID, VR.UI, seriesUid);
        attributes.setInt(Tag.InstanceNumber, VR.IS, number);
        attributes.setInt(Tag.SamplesPerPixel, VR.US, 1);
        attributes.setString(Tag.PhotometricInterpretation, VR.CS, "MONOCHROME2");
        attributes.setInt(Tag.Rows, VR.US, rows);
        attributes.setInt(Tag.Columns, VR.US, rows);
        attributes.setInt(Tag.BitsAllocated, VR.US, 16);
        attributes.setBytes(Tag.PixelData, VR.OW, pixels(number, rows * rows));
        return new Slice(attributes, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
    }

    /** A small slice of a study of its own. */
    public static Slice alone() {
        return of(newUid(), newUid(), 1, 8);
    }

    private static byte[] pixels(int number, int count) {
        byte[] pixels = new byte[count * BYTES_PER_PIXEL];
        for (int i = 0; i < count; i++) {
            int value = (i * 7 + number * 31) & 0xFFF;
            pixels[2 * i] = (byte) value;
            pixels[2 * i + 1] = (byte) (value >> 8);
        }
        return pixels;
    }

    public Slice with(int tag, VR vr, String... values) {
        attributes.setString(tag, vr, values);
        return this;
    }

    public Slice without(int tag) {
        attributes.remove(tag);
        return this;
    }

    public Slice encodedAs(TransferSyntax other) {
        return new Slice(attributes, other);
    }

    public String studyUid() {
        return attributes.getString(Tag.StudyInstanceUID);
    }

    public String seriesUid() {
        return attributes.getString(Tag.SeriesInstanceUID);
    }

    public String sopUid() {
        return attributes.getString(Tag.SOPInstanceUID);
    }

    public AnnouncedInstance announced() {
        return new AnnouncedInstance(attributes.getString(Tag.SOPClassUID), sopUid(), syntax.uid());
    }

    /** The encoded data set. */
    public byte[] dataSet() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DicomOutputStream out = new DicomOutputStream(bytes, syntax)) {
            out.writeDataSet(attributes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    public InputStream open() {
        return new ByteArrayInputStream(dataSet());
    }

    /** Writes a Part 10 file named by the SOP Instance UID into a folder. */
    public Path writeInto(Path folder) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Part10.writeHeader(bytes, FileMeta.of(UID.CTImageStorage, sopUid(), syntax.uid()));
        bytes.writeBytes(dataSet());
        return Files.write(folder.resolve(sopUid() + ".dcm"), bytes.toByteArray());
    }
}
