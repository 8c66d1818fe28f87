package org.hospitalviewer.e2e;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hospitalviewer.dicom.data.Attributes;
import org.hospitalviewer.dicom.data.Tag;
import org.hospitalviewer.dicom.data.TransferSyntax;
import org.hospitalviewer.dicom.data.UID;
import org.hospitalviewer.dicom.data.VR;
import org.hospitalviewer.dicom.io.DicomOutputStream;
import org.hospitalviewer.dicom.io.FileMeta;
import org.hospitalviewer.dicom.io.Part10;

/**
 * A study of one body in several series: transverse, sagittal, by a tilted gantry, in thick slices with oblong pixels,
 * and by another scanner that has a space of its own. A small bright ball in the body is at a known place.
 */
final class CrossedStudy {

    /** Centre of the ball, in mm in the patient. */
    static final double[] BALL = {18, -10, 12.5};

    private static final double BALL_RADIUS_MM = 6;
    private static final double BODY_RADIUS_MM = 80;
    private static final int BALL_VALUE = 2000;
    private static final int BODY_VALUE = 600;
    private static final double TILT = Math.toRadians(18.5);

    private static final String SPACE = TinyStudy.freshUid();

    static final Slices TRANSVERSE = new Slices(1, "Transverse", "CT", SPACE, new double[] {1, 0, 0},
            new double[] {0, 1, 0}, new double[] {-95, -95, -57.5}, new double[] {0, 0, 5}, 24, 2, 2, 96, 96);
    static final Slices SAGITTAL = new Slices(2, "Sagittal", "CT", SPACE, new double[] {0, 1, 0},
            new double[] {0, 0, -1}, new double[] {48, -95, 95}, new double[] {-6, 0, 0}, 16, 2, 2, 96, 96);
    static final Slices TILTED = new Slices(3, "Tilted", "CT", SPACE, new double[] {1, 0, 0},
            new double[] {0, Math.cos(TILT), -Math.sin(TILT)}, new double[] {-95, -90.1, -30}, new double[] {0, 0, 6},
            20, 2, 2, 96, 96);
    static final Slices THICK = new Slices(4, "Thick", "CT", SPACE, new double[] {1, 0, 0}, new double[] {0, 1, 0},
            new double[] {-94.375, -95, -52.5}, new double[] {0, 0, 15}, 8, 2, 1.25, 96, 152);
    static final Slices ELSEWHERE = new Slices(5, "Elsewhere", "MR", TinyStudy.freshUid(), new double[] {1, 0, 0},
            new double[] {0, 1, 0}, new double[] {-95, -95, -50}, new double[] {0, 0, 10}, 11, 2, 2, 96, 96);

    private static final List<Slices> SERIES = List.of(TRANSVERSE, SAGITTAL, TILTED, THICK, ELSEWHERE);

    private final String studyInstanceUid = TinyStudy.freshUid();
    private final String[] seriesInstanceUids =
            SERIES.stream().map(series -> TinyStudy.freshUid()).toArray(String[]::new);

    /**
     * Slices of one series, in the order in which the viewer shows them.
     *
     * @param origin  centre of the first pixel of the first slice, in mm
     * @param step    from each slice to the next, in mm
     * @param rowMm   distance of rows
     * @param columnMm distance of columns
     */
    record Slices(int number, String description, String modality, String frameOfReferenceUid, double[] row,
                  double[] column, double[] origin, double[] step, int count, double rowMm, double columnMm, int rows,
                  int columns) {

        /** Place of a position in the image, in pixels; the centre of the first one is 0.5, 0.5. */
        double[] pixelOf(double[] position, int slice) {
            double[] from = new double[3];
            for (int axis = 0; axis < 3; axis++) {
                from[axis] = position[axis] - origin[axis] - slice * step[axis];
            }
            return new double[] {dot(from, row) / columnMm + 0.5, dot(from, column) / rowMm + 0.5};
        }

        private double positionOf(int axis, int slice, int x, int y) {
            return origin[axis] + slice * step[axis] + x * columnMm * row[axis] + y * rowMm * column[axis];
        }

        private static double dot(double[] a, double[] b) {
            return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
        }
    }

    String studyInstanceUid() {
        return studyInstanceUid;
    }

    String uidOf(Slices series) {
        return seriesInstanceUids[SERIES.indexOf(series)];
    }

    /** Writes all images into a folder. */
    CrossedStudy writeInto(Path folder) throws IOException {
        for (Slices series : SERIES) {
            for (int slice = 0; slice < series.count(); slice++) {
                write(header(series, slice), folder);
            }
        }
        return this;
    }

    private static void write(Attributes image, Path folder) throws IOException {
        String uid = image.getString(Tag.SOPInstanceUID);
        String sopClass = image.getString(Tag.SOPClassUID);
        try (OutputStream out = Files.newOutputStream(folder.resolve(uid + ".dcm"))) {
            Part10.writeHeader(out, FileMeta.of(sopClass, uid, UID.ExplicitVRLittleEndian));
            new DicomOutputStream(out, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN).writeDataSet(image);
        }
    }

    private Attributes header(Slices series, int slice) {
        Attributes image = new Attributes();
        boolean isCt = series.modality().equals("CT");
        image.setString(Tag.SOPClassUID, VR.UI, isCt ? UID.CTImageStorage : UID.MRImageStorage);
        image.setString(Tag.SOPInstanceUID, VR.UI, TinyStudy.freshUid());
        image.setString(Tag.StudyDate, VR.DA, "20200102");
        image.setString(Tag.Modality, VR.CS, series.modality());
        image.setString(Tag.SeriesDescription, VR.LO, series.description());
        image.setString(Tag.PatientName, VR.PN, "Crossed^Planes");
        image.setString(Tag.PatientID, VR.LO, "CROSSED");
        image.setString(Tag.StudyInstanceUID, VR.UI, studyInstanceUid);
        image.setString(Tag.SeriesInstanceUID, VR.UI, uidOf(series));
        image.setInt(Tag.SeriesNumber, VR.IS, series.number());
        image.setInt(Tag.InstanceNumber, VR.IS, slice + 1);
        image.setString(Tag.FrameOfReferenceUID, VR.UI, series.frameOfReferenceUid());
        describePlane(series, slice, image);
        describePixels(series, slice, image);
        return image;
    }

    private static void describePlane(Slices series, int slice, Attributes image) {
        double[] origin = new double[3];
        for (int axis = 0; axis < 3; axis++) {
            origin[axis] = series.positionOf(axis, slice, 0, 0);
        }
        double[] row = series.row();
        double[] column = series.column();
        image.setDouble(Tag.ImagePositionPatient, VR.DS, origin);
        image.setDouble(Tag.ImageOrientationPatient, VR.DS, row[0], row[1], row[2], rounded(column[0]),
                rounded(column[1]), rounded(column[2]));
        image.setDouble(Tag.PixelSpacing, VR.DS, series.rowMm(), series.columnMm());
        image.setDouble(Tag.SliceThickness, VR.DS, 5);
    }

    /** A DS holds 16 characters. */
    private static double rounded(double value) {
        return Math.round(value * 1e9) / 1e9;
    }

    private static void describePixels(Slices series, int slice, Attributes image) {
        image.setInt(Tag.SamplesPerPixel, VR.US, 1);
        image.setString(Tag.PhotometricInterpretation, VR.CS, "MONOCHROME2");
        image.setInt(Tag.Rows, VR.US, series.rows());
        image.setInt(Tag.Columns, VR.US, series.columns());
        image.setInt(Tag.BitsAllocated, VR.US, 16);
        image.setInt(Tag.BitsStored, VR.US, 16);
        image.setInt(Tag.HighBit, VR.US, 15);
        image.setInt(Tag.PixelRepresentation, VR.US, 0);
        image.setDouble(Tag.WindowCenter, VR.DS, 1000);
        image.setDouble(Tag.WindowWidth, VR.DS, 2000);
        image.setBytes(Tag.PixelData, VR.OW, pixels(series, slice));
    }

    private static byte[] pixels(Slices series, int slice) {
        ByteBuffer pixels = ByteBuffer.allocate(series.rows() * series.columns() * 2).order(ByteOrder.LITTLE_ENDIAN);
        for (int y = 0; y < series.rows(); y++) {
            for (int x = 0; x < series.columns(); x++) {
                pixels.putShort((short) valueAt(series, slice, x, y));
            }
        }
        return pixels.array();
    }

    private static int valueAt(Slices series, int slice, int x, int y) {
        double fromBall = 0;
        double fromMiddle = 0;
        for (int axis = 0; axis < 3; axis++) {
            double position = series.positionOf(axis, slice, x, y);
            fromMiddle += position * position;
            fromBall += (position - BALL[axis]) * (position - BALL[axis]);
        }
        boolean isBall = fromBall < BALL_RADIUS_MM * BALL_RADIUS_MM;
        return isBall ? BALL_VALUE : fromMiddle < BODY_RADIUS_MM * BODY_RADIUS_MM ? BODY_VALUE : 0;
    }
}
