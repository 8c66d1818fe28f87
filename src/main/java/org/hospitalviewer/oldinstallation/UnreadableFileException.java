package org.hospitalviewer.oldinstallation;

/** A file of which nothing can be taken over; the message is a sentence for people. */
public final class UnreadableFileException extends RuntimeException {

    UnreadableFileException(String sentence) {
        super(sentence);
    }
}
