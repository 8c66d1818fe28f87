package org.hospitalviewer.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Who is behind a request, for the audit log.
 *
 * @param account   null for a stranger
 * @param session   identifies the login; empty for programs that authenticate each request
 * @param address   network address, empty when the work was not caused by a request
 */
public record Visitor(Account account, String session, String address, String userAgent) {

    /** The visitor of the current thread's request. */
    public static Visitor current() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? of(attributes.getRequest()) : new Visitor(Account.current(), "", "", "");
    }

    static Visitor of(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        String agent = request.getHeader("User-Agent");
        return new Visitor(Account.current(), session == null ? "" : session.getId(), request.getRemoteAddr(),
                agent == null ? "" : agent);
    }
}
