package org.hospitalviewer.archive;

/**
 * What a sender says of an object before its data set arrives.
 *
 * @param sopClassUid       Affected SOP Class UID, null when the door does not know it (upload, import)
 * @param sopInstanceUid    Affected SOP Instance UID, null likewise
 * @param transferSyntaxUid encoding of the data set
 */
public record AnnouncedInstance(String sopClassUid, String sopInstanceUid, String transferSyntaxUid) {
}
