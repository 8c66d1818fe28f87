package org.hospitalviewer.clinical;

/** Somebody else has changed it meanwhile; the message is a sentence for people. */
public final class OutdatedEntryException extends RuntimeException {

    public OutdatedEntryException(String sentence) {
        super(sentence);
    }
}
