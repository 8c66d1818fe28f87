package org.hospitalviewer.demo;

import java.util.SplittableRandom;
import org.hospitalviewer.dicom.data.Attributes;
import org.hospitalviewer.dicom.data.Tag;
import org.hospitalviewer.dicom.data.VR;

/**
 * Parallel slices through a body.
 *
 * @param size     rows and columns
 * @param spacing  distance of pixels, in mm
 * @param slices   number of slices
 * @param distance distance of slices and their thickness, in mm
 * @param row      direction of a row, a unit vector
 * @param column   direction of a column, a unit vector at right angles to it
 * @param noise    standard deviation of what a scanner adds
 */
record SliceStack(int size, double spacing, int slices, double distance, double[] row, double[] column, double noise) {

    private static final long NOISE_SEED = 20_260_101L;

    /** Transverse slices as of a CT. */
    static SliceStack transverse(int size, double spacing, int slices, double distance, double noise) {
        return new SliceStack(size, spacing, slices, distance, new double[] {1, 0, 0}, new double[] {0, 1, 0}, noise);
    }

    /**
     * Slices turned about two axes as of an MR.
     *
     * @param tilt about the left-right axis, in degrees
     * @param turn about the head-foot axis, in degrees
     */
    SliceStack oblique(double tilt, double turn) {
        double a = Math.toRadians(tilt);
        double b = Math.toRadians(turn);
        return new SliceStack(size, spacing, slices, distance, new double[] {Math.cos(b), Math.sin(b), 0},
                new double[] {-Math.sin(b) * Math.cos(a), Math.cos(b) * Math.cos(a), -Math.sin(a)}, noise);
    }

    /** Centre of the first pixel of a slice, counted from 0, in mm. */
    private double[] origin(int slice) {
        double half = (size - 1) * spacing / 2;
        double along = (slice - (slices - 1) / 2.0) * distance;
        double[] normal = {row[1] * column[2] - row[2] * column[1], row[2] * column[0] - row[0] * column[2],
            row[0] * column[1] - row[1] * column[0]};
        double[] origin = new double[3];
        for (int axis = 0; axis < 3; axis++) {
            origin[axis] = along * normal[axis] - half * row[axis] - half * column[axis];
        }
        return origin;
    }

    /** Where the slice lies (PS3.3 C.7.6.2). */
    void describe(int slice, Attributes header) {
        double[] origin = origin(slice);
        header.setDouble(Tag.ImagePositionPatient, VR.DS, rounded(origin[0]), rounded(origin[1]), rounded(origin[2]));
        header.setDouble(Tag.ImageOrientationPatient, VR.DS, rounded(row[0]), rounded(row[1]), rounded(row[2]),
                rounded(column[0]), rounded(column[1]), rounded(column[2]));
        header.setDouble(Tag.PixelSpacing, VR.DS, spacing, spacing);
        header.setDouble(Tag.SliceThickness, VR.DS, distance);
        header.setDouble(Tag.SpacingBetweenSlices, VR.DS, distance);
        header.setString(Tag.PatientPosition, VR.CS, "HFS");
        header.setInt(Tag.Rows, VR.US, size);
        header.setInt(Tag.Columns, VR.US, size);
    }

    private static double rounded(double value) {
        return Math.round(value * 1e6) / 1e6;
    }

    /** Values of a slice as signed 16-bit little endian. */
    byte[] pixels(int slice, Body body) {
        byte[] pixels = new byte[size * size * 2];
        double[] origin = origin(slice);
        SplittableRandom random = new SplittableRandom(NOISE_SEED + slice);
        int position = 0;
        for (int r = 0; r < size; r++) {
            for (int c = 0; c < size; c++) {
                double value = body.at(origin[0] + spacing * (c * row[0] + r * column[0]),
                        origin[1] + spacing * (c * row[1] + r * column[1]),
                        origin[2] + spacing * (c * row[2] + r * column[2]));
                int stored = (int) Math.round(value + noise * random.nextGaussian());
                pixels[position++] = (byte) stored;
                pixels[position++] = (byte) (stored >> 8);
            }
        }
        return pixels;
    }
}
