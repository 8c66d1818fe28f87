package org.hospitalviewer.dicom.net;

/**
 * The C-MOVE that a C-STORE belongs to (PS3.7 9.3.1.1).
 *
 * @param aeTitle   who asked for the move, empty when the C-STORE stands alone
 * @param messageId message ID of the C-MOVE-RQ
 */
public record MoveOriginator(String aeTitle, int messageId) {

    /** The C-STORE stands alone. */
    public static final MoveOriginator NONE = new MoveOriginator("", 0);
}
