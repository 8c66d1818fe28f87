package org.hospitalviewer.dicom.image.render;

import org.hospitalviewer.dicom.data.Attributes;
import org.hospitalviewer.dicom.data.Tag;
import org.hospitalviewer.dicom.image.Samples;

/** Smallest and largest stored value of a frame. */
record ValueRange(double smallest, double largest) {

    /** Without what only fills up the picture (Pixel Padding Value and Range Limit, PS3.3 C.7.5.1.1.2). */
    static ValueRange ofPicture(Samples samples, Attributes header) {
        double padding = withSign(samples, header.getDouble(Tag.PixelPaddingValue, Double.NaN));
        double limit = withSign(samples, header.getDouble(Tag.PixelPaddingRangeLimit, padding));
        double from = Math.min(padding, limit);
        double to = Math.max(padding, limit);
        double smallest = Double.POSITIVE_INFINITY;
        double largest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < samples.length(); i++) {
            double value = samples.at(i);
            if (!(value >= from && value <= to) && Double.isFinite(value)) {
                smallest = Math.min(smallest, value);
                largest = Math.max(largest, value);
            }
        }
        return smallest <= largest ? new ValueRange(smallest, largest) : new ValueRange(0, 0);
    }

    /** The VR in the file does not always tell the sign that Pixel Representation does. */
    private static double withSign(Samples samples, double value) {
        return samples instanceof Samples.Of16(_, boolean signed) && Double.isFinite(value)
                ? signed ? (short) value : (int) value & 0xFFFF : value;
    }

    static ValueRange of16(short[] values, boolean signed) {
        int smallest = Integer.MAX_VALUE;
        int largest = Integer.MIN_VALUE;
        for (short each : values) {
            int value = signed ? each : each & 0xFFFF;
            smallest = Math.min(smallest, value);
            largest = Math.max(largest, value);
        }
        return new ValueRange(smallest, largest);
    }
}
