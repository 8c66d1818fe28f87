package org.hospitalviewer.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpMethod;
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
        if (!isForPrograms(request) && !(handler instanceof HandlerMethod)) {
            return true; // scripts, styles and the screens, which ask ScreenRights
        }
        Optional<Action> action = action(handler, request);
        Account account = Account.current();
        if (action.isPresent() && Rights.allows(account, action.get())) {
            requireOwnPassword(account, action.get());
            return true;
        }
        audit.record(action.map(Action::name).orElse("UNKNOWN"), "ROUTE", request.getRequestURI(),
                AuditLog.Result.DENIED);
        if (account == null) {
            throw new InsufficientAuthenticationException("Log in first");
        }
        throw new AccessDeniedException("The role " + account.role() + " may not do this");
    }

    /** A password that the administrator knows is good for nothing but changing it. */
    private static void requireOwnPassword(Account account, Action action) {
        if (account != null && account.mustChangePassword() && action != Action.ENTER
                && action != Action.USE_OWN_ACCOUNT) {
            throw new AccessDeniedException("The password has to be changed first");
        }
    }

    private static boolean isForPrograms(HttpServletRequest request) {
        String path = request.getServletPath();
        return path.startsWith("/api/") || path.startsWith("/dicom-web");
    }

    /** What a handler does; empty when it does not say, which closes it to everybody. */
    static Optional<Action> action(Object handler, HttpServletRequest request) {
        Optional<Action> stated = stated(handler);
        // Spring itself answers OPTIONS with the methods of a route.
        return stated.isEmpty() && HttpMethod.OPTIONS.matches(request.getMethod())
                ? Optional.of(Action.USE_OWN_ACCOUNT) : stated;
    }

    private static Optional<Action> stated(Object handler) {
        if (handler instanceof HandlerMethod method) {
            Requires onMethod = AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), Requires.class);
            return onMethod != null ? Optional.of(onMethod.value()) : statedBy(method.getBeanType());
        }
        return statedBy(handler.getClass());
    }

    private static Optional<Action> statedBy(Class<?> type) {
        return Optional.ofNullable(AnnotatedElementUtils.findMergedAnnotation(type, Requires.class))
                .map(Requires::value);
    }
}
