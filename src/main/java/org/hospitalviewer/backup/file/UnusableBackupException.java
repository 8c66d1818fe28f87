package org.hospitalviewer.backup.file;

import java.io.IOException;

/** A file that cannot be restored; the message tells the person why, in a sentence. */
public final class UnusableBackupException extends IOException {

    private final Reason reason;

    /** Why. */
    public enum Reason {
        /** No such file, or it cannot be read. */
        MISSING,
        /** Not a backup of this program. */
        FOREIGN,
        WRONG_KEY,
        /** Cut short or changed. */
        DAMAGED,
        /** Made by a newer version of the program. */
        NEWER,
        /** It has nothing of what is wanted. */
        INCOMPLETE
    }

    public UnusableBackupException(Reason reason, String sentence) {
        super(sentence);
        this.reason = reason;
    }

    public UnusableBackupException(Reason reason, String sentence, Throwable cause) {
        super(sentence, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
