package org.hospitalviewer.access;

import com.vaadin.flow.server.auth.AccessCheckResult;
import com.vaadin.flow.server.auth.NavigationAccessChecker;
import com.vaadin.flow.server.auth.NavigationContext;
import org.springframework.stereotype.Component;

/** Asks the rights table before each screen. */
@Component
public class ScreenRights implements NavigationAccessChecker {

    private final AuditLog audit;

    ScreenRights(AuditLog audit) {
        this.audit = audit;
    }

    @Override
    public AccessCheckResult check(NavigationContext context) {
        if (context.isErrorHandling()) {
            return AccessCheckResult.allow();
        }
        Requires requires = context.getNavigationTarget().getAnnotation(Requires.class);
        Account account = Account.current();
        if (requires != null && Rights.allows(account, requires.value())) {
            return AccessCheckResult.allow();
        }
        if (account != null) {
            audit.record(requires == null ? "UNKNOWN" : requires.value().name(), "SCREEN",
                    context.getLocation().getPath(), AuditLog.Result.DENIED);
        }
        return AccessCheckResult.deny("Not allowed by the rights table");
    }
}
