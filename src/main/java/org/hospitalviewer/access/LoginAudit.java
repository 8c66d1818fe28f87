package org.hospitalviewer.access;

import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Begins the session of a login; writes logins, failed logins and logouts to the audit log. */
@Component
class LoginAudit {

    private final AuditLog audit;
    private final Users users;
    private final Sessions sessions;

    LoginAudit(AuditLog audit, Users users, Sessions sessions) {
        this.audit = audit;
        this.sessions = sessions;
        this.users = users;
    }

    @EventListener
    void loggedIn(InteractiveAuthenticationSuccessEvent event) {
        Account account = Account.of(event.getAuthentication());
        if (account != null) {
            users.loggedIn(account);
            if (RequestContextHolder.currentRequestAttributes() instanceof ServletRequestAttributes request) {
                sessions.begin(request.getRequest().getSession(), account);
            }
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
