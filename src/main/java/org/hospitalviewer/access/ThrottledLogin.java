package org.hospitalviewer.access;

import java.time.Duration;
import org.hospitalviewer.access.problem.TooManyAttempts;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;

/** Asks for the password only when the throttle allows it, whichever door the login comes through. */
final class ThrottledLogin implements AuthenticationProvider {

    private final AuthenticationProvider passwords;
    private final LoginThrottle throttle;

    ThrottledLogin(AuthenticationProvider passwords, LoginThrottle throttle) {
        this.passwords = passwords;
        this.throttle = throttle;
    }

    @Override
    public Authentication authenticate(Authentication login) {
        String address = Visitor.current().address();
        Duration wait = throttle.wait(login.getName(), address);
        if (wait.isPositive()) {
            throw new TooManyAttempts(wait);
        }
        try {
            Authentication known = passwords.authenticate(login);
            throttle.succeeded(login.getName(), address);
            return known;
        } catch (AuthenticationException e) {
            throttle.failed(login.getName(), address);
            throw e;
        }
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return passwords.supports(authentication);
    }
}
