package org.hospitalviewer.access;

import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionBindingListener;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.hospitalviewer.appliance.ViewerSettings;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * The logins that are open. One ends when nobody has touched mouse, keyboard or screen for a time, whatever requests the
 * browser makes by itself meanwhile, and at once when its user is disabled or gets another role or password.
 */
@Component
public class Sessions {

    /** The browser ends an idle session by itself; this is what it may be late. */
    private static final Duration GRACE = Duration.ofSeconds(30);
    private static final String LOGIN = Sessions.class.getName();

    private final Duration idleTimeout;
    private final Clock clock;
    private final Set<Login> open = ConcurrentHashMap.newKeySet();

    @Autowired
    Sessions(ViewerSettings settings) {
        this(Duration.ofMinutes(settings.idleMinutes()), Clock.systemUTC());
    }

    Sessions(Duration idleTimeout, Clock clock) {
        this.idleTimeout = idleTimeout;
        this.clock = clock;
    }

    /** How long a session lives without input. */
    public Duration idleTimeout() {
        return idleTimeout;
    }

    void begin(HttpSession session, Account account) {
        session.setAttribute(LOGIN, new Login(session, account.id(), clock.instant()));
    }

    /** Somebody sits before the screen. */
    void input(HttpSession session) {
        if (session.getAttribute(LOGIN) instanceof Login login) {
            login.lastInput = clock.instant();
        }
    }

    /** Whether nobody may use the session any more: its user was logged out, or left it idle. */
    boolean isOver(HttpSession session) {
        return session.getAttribute(LOGIN) instanceof Login login
                && (login.ended || clock.instant().isAfter(login.lastInput.plus(idleTimeout).plus(GRACE)));
    }

    /** Logs a user out everywhere. */
    void endAll(long accountId) {
        endOthers(accountId, "");
    }

    /**
     * Logs a user out everywhere but here.
     *
     * @param sessionId session that goes on
     */
    void endOthers(long accountId, String sessionId) {
        open.stream().filter(login -> login.accountId == accountId && !login.session.getId().equals(sessionId))
                .forEach(Login::end);
    }

    private final class Login implements HttpSessionBindingListener {

        private final HttpSession session;
        private final long accountId;
        private volatile Instant lastInput;
        private volatile boolean ended;

        Login(HttpSession session, long accountId, Instant now) {
            this.session = session;
            this.accountId = accountId;
            this.lastInput = now;
        }

        @Override
        public void valueBound(HttpSessionBindingEvent event) {
            open.add(this);
        }

        @Override
        public void valueUnbound(HttpSessionBindingEvent event) {
            open.remove(this);
        }

        /**
         * Counts at once. What belongs to the session is taken down by a thread of its own: the screens' framework mixes
         * up sessions when the thread of one ends another, and two that end each other must not wait for each other.
         */
        void end() {
            ended = true;
            Thread.startVirtualThread(this::invalidate);
        }

        private void invalidate() {
            try {
                session.invalidate();
            } catch (IllegalStateException _) {
                // it ended by itself in the same moment
            }
        }
    }
}
