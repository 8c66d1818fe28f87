package org.hospitalviewer.clinical;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Where something was drawn and what came out.
 *
 * @param points in image pixels: x along the row, y down, the centre of the first pixel being 0.5, 0.5
 * @param value  the main result, null where there is none
 * @param unit   of the value, such as {@code mm}, {@code mm detector}, {@code HU}; empty for numbers without unit
 * @param values all results by name, the main one among them
 * @param label  what a person wrote; empty for nothing
 */
public record MeasurementData(List<Point> points, Double value, String unit, List<Quantity> values, String label) {

    static final int MAX_POINTS = 2_000;
    private static final int MAX_VALUES = 12;
    private static final int MAX_LABEL = 500;
    private static final int MAX_UNIT = 32;
    /** No image has so many rows or columns. */
    private static final double FARTHEST = 1_000_000;
    private static final String NAME = "[a-zA-Z0-9]{1,20}";

    public MeasurementData {
        points = points == null ? List.of() : points;
        values = values == null ? List.of() : values;
        unit = unit == null ? "" : unit;
        label = label == null ? "" : label;
    }

    /** A position in the image. */
    public record Point(Double x, Double y) {

        private boolean isSensible() {
            return isWithin(x) && isWithin(y);
        }

        private static boolean isWithin(Double place) {
            return place != null && Math.abs(place) <= FARTHEST; // false for NaN
        }
    }

    /** One result; the value is null where it could not be had. */
    public record Quantity(String name, Double value, String unit) {

        public Quantity {
            unit = unit == null ? "" : unit;
        }

        private boolean isSensible() {
            return name != null && name.matches(NAME) && isNumber(value) && isUnit(unit);
        }
    }

    /** Why this cannot be kept, as a sentence; empty when it can. */
    Optional<String> problem(MeasurementType type) {
        if (points.stream().anyMatch(Objects::isNull) || values.stream().anyMatch(Objects::isNull)) {
            return Optional.of("Points and values must not be null.");
        }
        if (!type.takes(points.size())) {
            return Optional.of("This number of points does not make a " + type.code() + ": " + points.size() + ".");
        }
        if (!points.stream().allMatch(Point::isSensible)) {
            return Optional.of("Points must be numbers within an image.");
        }
        if (values.size() > MAX_VALUES || !values.stream().allMatch(Quantity::isSensible)
                || !isNumber(value) || !isUnit(unit)) {
            return Optional.of("Values must be finite numbers with short names and units, at most " + MAX_VALUES + ".");
        }
        return label.length() > MAX_LABEL || hasControls(label.replaceAll("[\n\t]", ""))
                ? Optional.of("A text has " + MAX_LABEL + " characters at most, and no control characters.")
                : Optional.empty();
    }

    private static boolean isNumber(Double value) {
        return value == null || Double.isFinite(value);
    }

    private static boolean isUnit(String unit) {
        return unit.length() <= MAX_UNIT && !hasControls(unit);
    }

    private static boolean hasControls(String text) {
        return text.chars().anyMatch(Character::isISOControl);
    }
}
