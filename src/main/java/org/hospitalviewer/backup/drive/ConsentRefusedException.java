package org.hospitalviewer.backup.drive;

/** Google Drive was not connected; the message says why in a sentence for the administrator. */
public final class ConsentRefusedException extends Exception {

    ConsentRefusedException(String sentence) {
        super(sentence);
    }

    ConsentRefusedException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
