package org.hospitalviewer.oldinstallation;

/**
 * What became of one entry of a file, or what would become of it.
 *
 * @param line    of the file, or number of the entry where it has no lines, from 1
 * @param subject what the entry is about, such as a user name or a UID
 * @param remark  a sentence for people, empty when there is nothing to say
 */
public record Finding(long line, String subject, Outcome outcome, String remark) {

    /** The kinds of results. */
    public enum Outcome {
        /** Is here now; would be, in a trial. */
        ADDED,
        /** Was here before. */
        KNOWN,
        /** Cannot be taken over; the remark says why. */
        REFUSED,
        /** On the old list and not in the archive. */
        ONLY_OLD,
        /** In the archive and not on the old list. */
        ONLY_HERE
    }
}
