package org.hospitalviewer.dicom.image.render;

/**
 * A range of values that is spread over all brightnesses (PS3.3 C.11.2.1.2).
 *
 * @param center in modality values, such as HU
 * @param width  in modality values: at least 1 when linear, else more than 0
 */
public record Window(double center, double width, WindowFunction function) implements GreyCurve {

    public Window {
        if (!isUsable(center, width, function)) {
            throw new IllegalArgumentException("A window of width " + width + " shows nothing");
        }
    }

    static boolean isUsable(double center, double width, WindowFunction function) {
        return Double.isFinite(center) && Double.isFinite(width)
                && (function == WindowFunction.LINEAR ? width >= 1 : width > 0);
    }

    /** The window that shows all values from the smallest to the largest. */
    static Window between(double smallest, double largest) {
        double width = largest - smallest;
        return width > 0 && Double.isFinite(width)
                ? new Window(smallest + width / 2, width, WindowFunction.LINEAR_EXACT)
                : new Window(smallest + 0.5, 1, WindowFunction.LINEAR);
    }

    @Override
    public double brightness(double modalityValue) {
        return function.brightness(modalityValue, center, width);
    }
}
