package org.hospitalviewer.appliance.secret;

/** A secret cannot be read or kept; the message tells the administrator what to do. */
public final class SecretUnreadableException extends RuntimeException {

    SecretUnreadableException(String sentence) {
        super(sentence);
    }

    SecretUnreadableException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
