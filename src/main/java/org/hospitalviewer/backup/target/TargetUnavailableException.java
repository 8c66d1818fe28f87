package org.hospitalviewer.backup.target;

import java.io.IOException;

/** The place of the backups is not there, full, or closed to the program; the message says it in a sentence. */
public final class TargetUnavailableException extends IOException {

    public TargetUnavailableException(String sentence) {
        super(sentence);
    }

    public TargetUnavailableException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
