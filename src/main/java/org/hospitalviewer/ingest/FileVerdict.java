package org.hospitalviewer.ingest;

/**
 * What became of a file that was brought.
 *
 * @param outcome        in a word
 * @param sopInstanceUid of the object in it, empty where none could be read
 * @param reason         why it was not taken, as a technician understands it; empty for what was
 */
public record FileVerdict(Outcome outcome, String sopInstanceUid, String reason) {

    /** In a word. */
    public enum Outcome {
        /** New in the archive. */
        IMPORTED,
        /** The archive has the same object already. */
        DUPLICATE,
        /** The archive has another object under the same UID: an administrator compares and decides. */
        QUARANTINED,
        /** Not what is kept here, or damaged. */
        REFUSED
    }

    static FileVerdict refused(String sopInstanceUid, String reason) {
        return new FileVerdict(Outcome.REFUSED, sopInstanceUid, reason);
    }
}
