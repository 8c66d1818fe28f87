package org.hospitalviewer.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Ends a session that is over at the next request, before anybody asks whose it is. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
final class IdleFilter extends OncePerRequestFilter {

    private final Sessions sessions;

    IdleFilter(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        if (session != null && isOver(session)) {
            invalidate(session);
        }
        chain.doFilter(request, response);
    }

    private boolean isOver(HttpSession session) {
        try {
            return sessions.isOver(session);
        } catch (IllegalStateException _) {
            return false; // it ended meanwhile, and nobody finds it any more
        }
    }

    private static void invalidate(HttpSession session) {
        try {
            session.invalidate();
        } catch (IllegalStateException _) {
            // another thread was faster
        }
    }
}
