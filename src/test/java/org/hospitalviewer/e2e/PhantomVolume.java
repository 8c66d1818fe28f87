package org.hospitalviewer.e2e;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** The slices of the phantom as a volume: what lies between them is on a straight line from slice to slice. */
final class PhantomVolume {

    private static final double COLUMN_MM = 0.451171875;

    private final List<Phantom> slices = Phantom.fromFeetToHead().stream().map(Phantom::slice).toList();

    /** Lower left front corner of the first slice: Image Position (Patient). */
    double[] origin() {
        return slices.getFirst().position();
    }

    /** Place of a pixel's centre in the patient. @param slice from 0, also between two slices */
    double[] point(int column, int row, double slice) {
        double[] origin = origin();
        return new double[] {origin[0] + column * COLUMN_MM, origin[1] + row * COLUMN_MM, origin[2] + slice};
    }

    /** Value in HU at a point above or below the centre of a pixel. */
    double hounsfield(double... point) {
        double[] origin = origin();
        int column = (int) Math.round((point[0] - origin[0]) / COLUMN_MM);
        int row = (int) Math.round((point[1] - origin[1]) / COLUMN_MM);
        double height = point[2] - origin[2];
        int below = Math.min((int) Math.floor(height), slices.size() - 2);
        double share = height - below;
        return (1 - share) * slices.get(below).hounsfield(column, row)
                + share * slices.get(below + 1).hounsfield(column, row);
    }

    /** Values of a column of points along the patient, the given one in the middle. @param each above and below it */
    DoubleStream along(double[] point, int each) {
        return IntStream.rangeClosed(-each, each)
                .mapToDouble(step -> hounsfield(point[0], point[1], point[2] + step * COLUMN_MM));
    }
}
