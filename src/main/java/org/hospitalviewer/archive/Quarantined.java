package org.hospitalviewer.archive;

import java.time.Instant;

/**
 * An object that waits for a decision.
 *
 * @param sender      AE title, user or folder that sent it
 * @param address     network address, may be empty
 * @param patientName as the new object says it; empty when it cannot be read
 */
public record Quarantined(long id, Instant arrivedAt, String sender, String address, String sopInstanceUid,
                          String studyInstanceUid, String patientName, String patientId, String modality,
                          String studyDate) {
}
