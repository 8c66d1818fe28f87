package org.hospitalviewer.demo;

/**
 * A body part of a phantom, with axes along those of the patient (PS3.3 C.7.6.2.1.1).
 *
 * @param x     centre towards the patient's left, in mm
 * @param y     centre towards the back, in mm
 * @param z     centre towards the head, in mm
 * @param rx    half axis, in mm
 * @param ry    half axis, in mm
 * @param rz    half axis, in mm
 * @param value HU, or signal in an MR image
 */
record Ellipsoid(double x, double y, double z, double rx, double ry, double rz, double value) {

    boolean contains(double px, double py, double pz) {
        double dx = (px - x) / rx;
        double dy = (py - y) / ry;
        double dz = (pz - z) / rz;
        return dx * dx + dy * dy + dz * dz <= 1;
    }

    /** Way of a ray through it from front to back, in mm. */
    double depth(double px, double pz) {
        double dx = (px - x) / rx;
        double dz = (pz - z) / rz;
        double rest = 1 - dx * dx - dz * dz;
        return rest <= 0 ? 0 : 2 * ry * Math.sqrt(rest);
    }
}
