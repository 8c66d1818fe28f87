package org.hospitalviewer.access;

/** A change of users that does not follow the rules. */
public final class InvalidUserException extends IllegalArgumentException {

    /** The rule that was broken. */
    public enum Rule {
        USERNAME, USERNAME_TAKEN, EMAIL, EMAIL_TAKEN, PASSWORD_TOO_WEAK, PASSWORD_TOO_LONG, PASSWORD_WRONG,
        /** What is taken over as a password is no hash that can be checked here. */
        PASSWORD_HASH,
        /** Somebody must be able to administer the appliance. */
        LAST_ADMINISTRATOR
    }

    private final Rule rule;

    InvalidUserException(Rule rule) {
        super("Not accepted: " + rule);
        this.rule = rule;
    }

    public Rule rule() {
        return rule;
    }
}
