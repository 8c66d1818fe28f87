package org.hospitalviewer.clinical;

import java.time.Instant;

/**
 * A measurement as it is kept.
 *
 * @param key            made by whoever drew it
 * @param frame          number of the frame, from 1
 * @param version        counts the changes, from 1
 * @param createdBy      user name of the author
 * @param createdByName  full name of the author
 * @param modifiedBy     user name of who changed it last
 * @param modifiedByName full name of who changed it last
 */
public record Measurement(long id, String key, int version, String studyInstanceUid, String seriesInstanceUid,
                          String sopInstanceUid, int frame, MeasurementType type, MeasurementData data,
                          String createdBy, String createdByName, String modifiedBy, String modifiedByName,
                          Instant createdAt, Instant updatedAt) {

    ImageReference image() {
        return new ImageReference(studyInstanceUid, seriesInstanceUid, sopInstanceUid, frame);
    }
}
