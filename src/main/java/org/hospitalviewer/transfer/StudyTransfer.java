package org.hospitalviewer.transfer;

import java.time.Instant;

/**
 * A study that is to leave the appliance, or has left.
 *
 * @param deviceId   null for an export
 * @param target     AE title, or name of the file
 * @param total      objects, 0 while that is unknown
 * @param done       objects sent or written
 * @param attempts   how often it was tried
 * @param message    what came of it or what is wrong now, in a sentence
 * @param expiresAt  until when the file of an export can be fetched; null before it is there
 */
public record StudyTransfer(long id, Kind kind, State state, String studyInstanceUid, Long deviceId, String target,
                            String requestedBy, int total, int done, int attempts, String message, Instant expiresAt,
                            Instant requestedAt) {

    /** Ways out. */
    public enum Kind { SEND, EXPORT }

    /** Where it is. */
    public enum State {
        WAITING,
        DONE,
        /** Done, but not with all objects. */
        PARTLY,
        FAILED,
        CANCELLED
    }
}
