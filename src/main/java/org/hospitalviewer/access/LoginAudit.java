package org.hospitalviewer.access;

import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.springframework.stereotype.Component;

/** Writes logins, failed logins and logouts to the audit log. */
@Component
class LoginAudit {

    private final AuditLog audit;
    private final Users users;

    LoginAudit(AuditLog audit, Users users) {
        this.audit = audit;
        this.users = users;
    }

    @EventListener
    void loggedIn(InteractiveAuthenticationSuccessEvent event) {
        Account account = Account.of(event.getAuthentication());
        if (account != null) {
            users.loggedIn(account);
            audit.recordFor(account, "LOGIN", AuditLog.Result.SUCCESS);
        }
    }

    @EventListener
    void failed(AbstractAuthenticationFailureEvent event) {
        audit.recordFor(event.getAuthentication().getName(), "LOGIN", AuditLog.Result.FAILED);
    }

    @EventListener
    void loggedOut(LogoutSuccessEvent event) {
        Account account = Account.of(event.getAuthentication());
        if (account != null) {
            audit.recordFor(account, "LOGOUT", AuditLog.Result.SUCCESS);
        }
    }
}
