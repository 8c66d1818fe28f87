package org.hospitalviewer.clinical;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can be drawn on an image or said of it, with the number of points that tell where. */
public enum MeasurementType {
    LENGTH(2), ANGLE(3), COBB(4), BIDIRECTIONAL(4), RECTANGLE(2), ELLIPSE(2),
    /** A closed outline. */
    FREEHAND(3, MeasurementData.MAX_POINTS),
    PROBE(1), ARROW(2), TEXT(1),
    /** A line whose length in mm was given by hand, from which the pixels of the image get their size. */
    CALIBRATION(2),
    /** The image as a whole is worth remembering. */
    KEY_IMAGE(0);

    private final int fewestPoints;
    private final int mostPoints;

    MeasurementType(int points) {
        this(points, points);
    }

    MeasurementType(int fewestPoints, int mostPoints) {
        this.fewestPoints = fewestPoints;
        this.mostPoints = mostPoints;
    }

    /** Name for programs, such as {@code key-image}. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<MeasurementType> of(String code) {
        return Arrays.stream(values()).filter(type -> type.code().equals(code)).findFirst();
    }

    boolean takes(int points) {
        return points >= fewestPoints && points <= mostPoints;
    }
}
