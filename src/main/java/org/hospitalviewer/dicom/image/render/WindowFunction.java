package org.hospitalviewer.dicom.image.render;

/** How a window turns a value into a brightness of 0 to 1 (VOI LUT Function, PS3.3 C.11.2.1). */
public enum WindowFunction {
    /** C.11.2.1.2.1: the width counts values, so that it is one more than their distance. */
    LINEAR {
        @Override
        double brightness(double value, double center, double width) {
            double distance = value - (center - 0.5);
            double half = (width - 1) / 2;
            return distance <= -half ? 0 : distance > half ? 1 : distance / (width - 1) + 0.5;
        }
    },
    /** C.11.2.1.3.2. */
    LINEAR_EXACT {
        @Override
        double brightness(double value, double center, double width) {
            double distance = value - center;
            return distance <= -width / 2 ? 0 : distance > width / 2 ? 1 : distance / width + 0.5;
        }
    },
    /** C.11.2.1.3.1. */
    SIGMOID {
        @Override
        double brightness(double value, double center, double width) {
            return 1 / (1 + Math.exp(-4 * (value - center) / width));
        }
    };

    abstract double brightness(double value, double center, double width);

    /** The function of a defined term; an unknown one counts as linear. */
    static WindowFunction of(String term) {
        return switch (term == null ? "" : term) {
            case "LINEAR_EXACT" -> LINEAR_EXACT;
            case "SIGMOID" -> SIGMOID;
            default -> LINEAR;
        };
    }
}
