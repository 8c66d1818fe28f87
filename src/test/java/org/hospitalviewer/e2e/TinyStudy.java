package org.hospitalviewer.e2e;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import org.hospitalviewer.dicom.data.Attributes;
import org.hospitalviewer.dicom.data.Tag;
import org.hospitalviewer.dicom.data.TransferSyntax;
import org.hospitalviewer.dicom.data.UID;
import org.hospitalviewer.dicom.data.VR;
import org.hospitalviewer.dicom.io.DicomOutputStream;
import org.hospitalviewer.dicom.io.FileMeta;
import org.hospitalviewer.dicom.io.Part10;

/** A study of one grey image of 16 x 16 pixels, in Unicode. */
final class TinyStudy {

    private static final int SIDE = 16;

    private final Attributes dataSet = new Attributes();

    private TinyStudy(String patientName) {
        dataSet.setString(Tag.SpecificCharacterSet, VR.CS, "ISO_IR 192");
        dataSet.setString(Tag.SOPClassUID, VR.UI, UID.SecondaryCaptureImageStorage);
        dataSet.setString(Tag.SOPInstanceUID, VR.UI, freshUid());
        dataSet.setString(Tag.StudyInstanceUID, VR.UI, freshUid());
        dataSet.setString(Tag.SeriesInstanceUID, VR.UI, freshUid());
        dataSet.setString(Tag.PatientName, VR.PN, patientName);
        dataSet.setString(Tag.StudyTime, VR.TM, "080000");
        on(LocalDate.of(2020, 1, 1)).modality("OT").pixels();
    }

    /** @param patientName value of Patient's Name, e.g. {@code Family^Given} */
    static TinyStudy of(String patientName) {
        return new TinyStudy(patientName);
    }

    TinyStudy id(String patientId) {
        dataSet.setString(Tag.PatientID, VR.LO, patientId);
        return this;
    }

    TinyStudy on(LocalDate studyDate) {
        dataSet.setString(Tag.StudyDate, VR.DA, studyDate.format(DateTimeFormatter.BASIC_ISO_DATE));
        return this;
    }

    TinyStudy modality(String modality) {
        dataSet.setString(Tag.Modality, VR.CS, modality);
        return this;
    }

    TinyStudy description(String studyDescription) {
        dataSet.setString(Tag.StudyDescription, VR.LO, studyDescription);
        dataSet.setString(Tag.SeriesDescription, VR.LO, studyDescription);
        return this;
    }

    String studyInstanceUid() {
        return dataSet.getString(Tag.StudyInstanceUID);
    }

    /** Writes the image as a file and gives its place. */
    Path writeInto(Path folder) {
        String uid = dataSet.getString(Tag.SOPInstanceUID);
        Path file = folder.resolve(uid + ".dcm");
        try (OutputStream out = Files.newOutputStream(file)) {
            Part10.writeHeader(out, FileMeta.of(UID.SecondaryCaptureImageStorage, uid, UID.ExplicitVRLittleEndian));
            new DicomOutputStream(out, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN).writeDataSet(dataSet);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return file;
    }

    private void pixels() {
        dataSet.setInt(Tag.SamplesPerPixel, VR.US, 1);
        dataSet.setString(Tag.PhotometricInterpretation, VR.CS, "MONOCHROME2");
        dataSet.setInt(Tag.Rows, VR.US, SIDE);
        dataSet.setInt(Tag.Columns, VR.US, SIDE);
        dataSet.setInt(Tag.BitsAllocated, VR.US, 8);
        dataSet.setInt(Tag.BitsStored, VR.US, 8);
        dataSet.setInt(Tag.HighBit, VR.US, 7);
        dataSet.setInt(Tag.PixelRepresentation, VR.US, 0);
        byte[] gradient = new byte[SIDE * SIDE];
        for (int index = 0; index < gradient.length; index++) {
            gradient[index] = (byte) index;
        }
        dataSet.setBytes(Tag.PixelData, VR.OB, gradient);
    }

    /** PS3.5 B.2: derived from a UUID. */
    static String freshUid() {
        return "2.25." + new BigInteger(UUID.randomUUID().toString().replace("-", ""), 16);
    }
}
