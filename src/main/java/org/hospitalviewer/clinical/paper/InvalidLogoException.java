package org.hospitalviewer.clinical.paper;

/** A picture that cannot be a logo; the message is a sentence for people. */
public final class InvalidLogoException extends RuntimeException {

    InvalidLogoException(String sentence) {
        super(sentence);
    }
}
