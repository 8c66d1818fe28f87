package org.hospitalviewer.study;

import java.time.Instant;
import java.util.Map;

/**
 * A correction of a study that somebody asked for.
 *
 * @param oldValues what the study said, by DICOM keyword
 * @param newValues what it shall say, by DICOM keyword
 * @param message   what came of it, or why it failed
 * @param objects   how many objects the study had when it was last applied
 */
public record Correction(long id, Instant requestedAt, String requestedBy, String studyInstanceUid,
                         Map<String, String> oldValues, Map<String, String> newValues, State state, String message,
                         int objects) {

    /** Where it stands. */
    public enum State {
        /** Waits, or is being applied. */
        PENDING,
        APPLIED,
        /** Waits to be undone, or is being undone. */
        UNDOING,
        UNDONE,
        FAILED;

        boolean isUnderWay() {
            return this == PENDING || this == UNDOING;
        }
    }
}
