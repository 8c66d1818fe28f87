package org.hospitalviewer.access;

/** A user name or password that does not follow the rules. */
public final class InvalidUserException extends IllegalArgumentException {

    /** The rule that was broken. */
    public enum Rule { USERNAME, PASSWORD_TOO_WEAK, PASSWORD_TOO_LONG }

    private final Rule rule;

    InvalidUserException(Rule rule) {
        super("Not accepted: " + rule);
        this.rule = rule;
    }

    public Rule rule() {
        return rule;
    }
}
