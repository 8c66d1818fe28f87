package org.hospitalviewer.clinical;

/** A measurement that cannot be kept; the message is a sentence for people. */
final class InvalidMeasurementException extends RuntimeException {

    InvalidMeasurementException(String sentence) {
        super(sentence);
    }

    static void require(MeasurementData data, MeasurementType type) {
        if (data == null) {
            throw new InvalidMeasurementException("The measurement has no data.");
        }
        data.problem(type).ifPresent(sentence -> {
            throw new InvalidMeasurementException(sentence);
        });
    }
}
