package org.hospitalviewer.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Login by session for scripts in the browser. */
@RestController
@RequestMapping(path = "/api/auth")
class AuthController {

    private static final int MAX_CREDENTIALS_BYTES = 4_096;

    private final AuthenticationManager authentication;
    private final SecurityContextRepository sessions;
    private final ApplicationEventPublisher events;
    private final JsonMapper json;
    private final Sessions openSessions;

    AuthController(AuthenticationManager authentication, SecurityContextRepository sessions,
                   ApplicationEventPublisher events, JsonMapper json, Sessions openSessions) {
        this.authentication = authentication;
        this.sessions = sessions;
        this.events = events;
        this.json = json;
        this.openSessions = openSessions;
    }

    @PostMapping(path = "/login", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Requires(Action.ENTER)
    Me login(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Credentials credentials = credentials(request);
        Authentication login = authentication.authenticate(UsernamePasswordAuthenticationToken
                .unauthenticated(credentials.username(), credentials.password()));
        HttpSession before = request.getSession(false);
        if (before != null) {
            before.invalidate(); // nothing of whoever was here before may stay
        }
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(login);
        SecurityContextHolder.setContext(context);
        sessions.saveContext(context, request, response);
        events.publishEvent(new InteractiveAuthenticationSuccessEvent(login, getClass()));
        return Me.of(Account.of(login));
    }

    @PostMapping("/logout")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Requires(Action.USE_OWN_ACCOUNT)
    void logout(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("Clear-Site-Data", "\"cache\""); // images must not stay on a shared computer
        Authentication leaving = SecurityContextHolder.getContext().getAuthentication();
        new SecurityContextLogoutHandler().logout(request, response, leaving);
        events.publishEvent(new LogoutSuccessEvent(leaving));
    }

    /** Told by the browser from time to time while somebody uses mouse, keyboard or screen. */
    @PostMapping("/activity")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Requires(Action.USE_OWN_ACCOUNT)
    void activity(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            openSessions.input(session);
        }
    }

    @GetMapping("/check-session")
    @Requires(Action.ENTER)
    Session checkSession() {
        return new Session(Account.current() != null);
    }

    @GetMapping("/me")
    @Requires(Action.USE_OWN_ACCOUNT)
    Me me() {
        return Me.of(Account.current());
    }

    /** A stranger's body is read no further than a name and a password can be long. */
    private Credentials credentials(HttpServletRequest request) throws IOException {
        byte[] body = request.getInputStream().readNBytes(MAX_CREDENTIALS_BYTES + 1);
        if (body.length > MAX_CREDENTIALS_BYTES) {
            throw new ErrorResponseException(HttpStatus.CONTENT_TOO_LARGE);
        }
        try {
            Credentials credentials = json.readValue(body, Credentials.class);
            if (credentials != null && credentials.username() != null && credentials.password() != null) {
                return credentials;
            }
        } catch (JacksonException _) {
            // answered below, without the parser's words
        }
        ErrorResponseException problem = new ErrorResponseException(HttpStatus.BAD_REQUEST);
        problem.setDetail("The body must be a JSON object with username and password.");
        throw problem;
    }

    record Credentials(String username, String password) {
    }

    record Session(boolean authenticated) {
    }

    record Me(String username, String fullName, Role role) {
        static Me of(Account account) {
            return new Me(account.username(), account.fullName(), account.role());
        }
    }
}
