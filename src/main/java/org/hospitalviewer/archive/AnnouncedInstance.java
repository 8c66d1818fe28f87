package org.hospitalviewer.archive;

/**
 * What a sender says of an object before its data set arrives.
 *
 * @param sopClassUid       Affected SOP Class UID, or that of the file meta information
 * @param sopInstanceUid    Affected SOP Instance UID, likewise
 * @param transferSyntaxUid encoding of the data set
 */
public record AnnouncedInstance(String sopClassUid, String sopInstanceUid, String transferSyntaxUid) {
}
