package org.hospitalviewer.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Login by session for scripts in the browser. */
@RestController
@RequestMapping(path = "/api/auth")
class AuthController {

    private final AuthenticationManager authentication;
    private final SecurityContextRepository sessions;
    private final ApplicationEventPublisher events;

    AuthController(AuthenticationManager authentication, SecurityContextRepository sessions,
                   ApplicationEventPublisher events) {
        this.authentication = authentication;
        this.sessions = sessions;
        this.events = events;
    }

    @PostMapping(path = "/login", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Requires(Action.ENTER)
    Me login(@RequestBody Credentials credentials, HttpServletRequest request, HttpServletResponse response) {
        Authentication login = authentication.authenticate(UsernamePasswordAuthenticationToken
                .unauthenticated(credentials.username(), credentials.password()));
        if (request.getSession(false) != null) {
            request.changeSessionId();
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
        new SecurityContextLogoutHandler().logout(request, response,
                SecurityContextHolder.getContext().getAuthentication());
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
