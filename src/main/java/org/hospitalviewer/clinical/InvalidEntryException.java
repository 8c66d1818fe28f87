package org.hospitalviewer.clinical;

/** A note or a prescription that cannot be kept; the message is a sentence for people. */
public final class InvalidEntryException extends RuntimeException {

    public InvalidEntryException(String sentence) {
        super(sentence);
    }
}
