package org.hospitalviewer.access;

import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/** Asks the rights table where one screen or route offers more than the action it states. */
@Component
public class Doorkeeper {

    private final AuditLog audit;

    Doorkeeper(AuditLog audit) {
        this.audit = audit;
    }

    /**
     * Lets the current visitor pass, or refuses and keeps that in the audit log.
     *
     * @param resource what it is about, such as a UID
     * @throws AccessDeniedException when the visitor's role may not do this
     */
    public void require(Action action, String resource) {
        if (!allows(action)) {
            throw refusal(action, resource);
        }
    }

    /** Whether the current visitor's role may do this. */
    public boolean allows(Action action) {
        Account account = Account.current();
        return account != null && account.may(action);
    }

    /** Keeps in the audit log that the current visitor was refused; to be thrown. */
    public AccessDeniedException refusal(Action action, String resource) {
        audit.record(action.name(), "ACTION", resource, AuditLog.Result.DENIED);
        return new AccessDeniedException("This role may not do this");
    }
}
