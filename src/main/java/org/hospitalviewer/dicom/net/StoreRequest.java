package org.hospitalviewer.dicom.net;

/**
 * C-STORE-RQ (PS3.7 9.3.1.1).
 *
 * @param messageId              as chosen by the peer
 * @param affectedSopClassUid    SOP class, the one of the presentation context
 * @param affectedSopInstanceUid as sent, never empty, not checked further
 * @param priority               hint
 * @param moveOriginator         the C-MOVE that caused this, or {@link MoveOriginator#NONE}
 * @param presentationContextId  odd, 1 to 255
 * @param transferSyntaxUid      encoding of the data set that follows
 */
public record StoreRequest(int messageId, String affectedSopClassUid, String affectedSopInstanceUid,
                           Priority priority, MoveOriginator moveOriginator, int presentationContextId,
                           String transferSyntaxUid) {
}
