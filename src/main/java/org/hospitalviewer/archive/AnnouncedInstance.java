package org.hospitalviewer.archive;

/**
 * What a sender says of an object before its data set arrives.
 *
 * @param sopClassUid       Affected SOP Class UID, or that of the file meta information
 * @param sopInstanceUid    Affected SOP Instance UID, likewise
 * @param transferSyntaxUid encoding of the data set
 * @param studyInstanceUid  the only study it may belong to; null for any
 */
public record AnnouncedInstance(String sopClassUid, String sopInstanceUid, String transferSyntaxUid,
                                String studyInstanceUid) {

    /** An object of any study. */
    public AnnouncedInstance(String sopClassUid, String sopInstanceUid, String transferSyntaxUid) {
        this(sopClassUid, sopInstanceUid, transferSyntaxUid, null);
    }
}
