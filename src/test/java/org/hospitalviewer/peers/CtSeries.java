package org.hospitalviewer.peers;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.hospitalviewer.dicom.data.Attributes;
import org.hospitalviewer.dicom.data.Tag;
import org.hospitalviewer.dicom.data.TransferSyntax;
import org.hospitalviewer.dicom.data.UID;
import org.hospitalviewer.dicom.data.VR;
import org.hospitalviewer.dicom.io.DicomOutputStream;
import org.hospitalviewer.dicom.io.FileMeta;
import org.hospitalviewer.dicom.io.Part10;

/**
 * A synthetic CT series as Part 10 files in explicit little endian: a disc in noise, 1 mm slices.
 *
 * @param uidRoot study, series and instances get UIDs below it
 * @param size    rows and columns
 * @param slices  number of files
 */
public record CtSeries(String uidRoot, int size, int slices) {

    private static final int AIR = 0;
    private static final int TISSUE = 1064;
    private static final int NOISE = 24;

    public String studyInstanceUid() {
        return uidRoot + ".1";
    }

    public String seriesInstanceUid() {
        return uidRoot + ".1.1";
    }

    public String sopInstanceUid(int slice) {
        return uidRoot + ".1.1." + (slice + 1);
    }

    /** Writes the files, the same bytes each time. */
    public List<Path> writeTo(Path folder) throws IOException {
        Files.createDirectories(folder);
        List<Path> files = new ArrayList<>();
        for (int slice = 0; slice < slices; slice++) {
            Path file = folder.resolve("%05d.dcm".formatted(slice + 1));
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
                Part10.writeHeader(out, FileMeta.of(UID.CTImageStorage, sopInstanceUid(slice),
                        UID.ExplicitVRLittleEndian));
                new DicomOutputStream(out, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN).writeDataSet(dataSet(slice));
            }
            files.add(file);
        }
        return files;
    }

    private Attributes dataSet(int slice) {
        Attributes image = new Attributes();
        image.setString(Tag.SOPClassUID, VR.UI, UID.CTImageStorage);
        image.setString(Tag.SOPInstanceUID, VR.UI, sopInstanceUid(slice));
        image.setString(Tag.StudyDate, VR.DA, "20260102");
        image.setString(Tag.StudyTime, VR.TM, "101500");
        image.setString(Tag.Modality, VR.CS, "CT");
        image.setString(Tag.StudyDescription, VR.LO, "Synthetic disc");
        image.setString(Tag.PatientName, VR.PN, "Synthetic^" + uidRoot);
        image.setString(Tag.PatientID, VR.LO, "S" + uidRoot.hashCode());
        image.setString(Tag.StudyInstanceUID, VR.UI, studyInstanceUid());
        image.setString(Tag.SeriesInstanceUID, VR.UI, seriesInstanceUid());
        image.setInt(Tag.SeriesNumber, VR.IS, 1);
        image.setInt(Tag.InstanceNumber, VR.IS, slice + 1);
        image.setDouble(Tag.ImagePositionPatient, VR.DS, 0, 0, slice);
        image.setDouble(Tag.ImageOrientationPatient, VR.DS, 1, 0, 0, 0, 1, 0);
        image.setDouble(Tag.PixelSpacing, VR.DS, 0.5, 0.5);
        image.setDouble(Tag.SliceThickness, VR.DS, 1);
        image.setInt(Tag.SamplesPerPixel, VR.US, 1);
        image.setString(Tag.PhotometricInterpretation, VR.CS, "MONOCHROME2");
        image.setInt(Tag.Rows, VR.US, size);
        image.setInt(Tag.Columns, VR.US, size);
        image.setInt(Tag.BitsAllocated, VR.US, 16);
        image.setInt(Tag.BitsStored, VR.US, 12);
        image.setInt(Tag.HighBit, VR.US, 11);
        image.setInt(Tag.PixelRepresentation, VR.US, 0);
        image.setDouble(Tag.RescaleIntercept, VR.DS, -1024);
        image.setDouble(Tag.RescaleSlope, VR.DS, 1);
        image.setBytes(Tag.PixelData, VR.OW, pixels(slice));
        return image;
    }

    private byte[] pixels(int slice) {
        Random noise = new Random(slice);
        byte[] pixels = new byte[size * size * 2];
        for (int i = 0; i < size * size; i++) {
            double x = i % size - size / 2.0;
            double y = i / size - size / 2.0;
            int value = (x * x + y * y < size * size / 9.0 ? TISSUE : AIR) + noise.nextInt(NOISE);
            pixels[2 * i] = (byte) value;
            pixels[2 * i + 1] = (byte) (value >> 8);
        }
        return pixels;
    }
}
