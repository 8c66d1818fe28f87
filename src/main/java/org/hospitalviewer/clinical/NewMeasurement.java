package org.hospitalviewer.clinical;

import java.util.UUID;

/**
 * What somebody measured, before it is kept.
 *
 * @param key   UUID that tells a repeated request from another measurement; null to have one made
 * @param frame number of the frame, null for the only one
 * @param type  as in {@link MeasurementType#code}
 */
record NewMeasurement(String key, String studyInstanceUid, String seriesInstanceUid, String sopInstanceUid,
                      Integer frame, String type, MeasurementData data) {

    private static final String UUID_PATTERN = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    ImageReference image() {
        return new ImageReference(studyInstanceUid, seriesInstanceUid, sopInstanceUid, frame == null ? 1 : frame);
    }

    NewMeasurement keyed() {
        return key != null ? this : new NewMeasurement(UUID.randomUUID().toString(), studyInstanceUid,
                seriesInstanceUid, sopInstanceUid, frame, type, data);
    }

    /** @throws InvalidMeasurementException with a sentence that says what is wrong */
    MeasurementType checkedType() {
        MeasurementType known = MeasurementType.of(type)
                .orElseThrow(() -> new InvalidMeasurementException("There is no such type of measurement."));
        if (!image().isAcceptable()) {
            throw new InvalidMeasurementException("Study, series and instance need UIDs, and frames count from 1.");
        }
        if (key != null && !key.matches(UUID_PATTERN)) {
            throw new InvalidMeasurementException("The key must be a UUID in lower case.");
        }
        InvalidMeasurementException.require(data, known);
        return known;
    }
}
