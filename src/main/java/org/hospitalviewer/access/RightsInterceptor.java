package org.hospitalviewer.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Asks the rights table before each REST and DICOMweb method. */
final class RightsInterceptor implements HandlerInterceptor {

    private final AuditLog audit;

    RightsInterceptor(AuditLog audit) {
        this.audit = audit;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!(handler instanceof HandlerMethod method)) {
            return true;
        }
        Requires requires = requirement(method);
        Account account = Account.current();
        if (requires != null && Rights.allows(account, requires.value())) {
            return true;
        }
        String action = requires == null ? "UNKNOWN" : requires.value().name();
        audit.record(action, "ROUTE", request.getRequestURI(), AuditLog.Result.DENIED);
        if (account == null) {
            throw new InsufficientAuthenticationException("Log in first");
        }
        throw new AccessDeniedException("The role " + account.role() + " may not do this");
    }

    static Requires requirement(HandlerMethod method) {
        Requires onMethod = AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), Requires.class);
        return onMethod != null ? onMethod
                : AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), Requires.class);
    }
}
