package org.hospitalviewer.access;

/** A user who has as many API tokens as allowed wants one more. */
public final class TooManyTokensException extends RuntimeException {

    TooManyTokensException() {
        super("At most " + ApiTokens.MAX_PER_USER + " tokens per user");
    }
}
