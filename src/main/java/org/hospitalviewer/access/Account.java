package org.hospitalviewer.access;

import java.util.Collection;
import java.util.List;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.UserDetails;

/**
 * A user as the program knows them while they are logged in.
 *
 * @param passwordHash       bcrypt
 * @param mustChangePassword the password is known to the administrator and good for nothing but changing it
 */
public record Account(long id, String username, String passwordHash, String fullName, Role role, boolean active,
                      boolean mustChangePassword) implements UserDetails {

    /** The logged-in user of the current request, or null. */
    public static Account current() {
        return of(SecurityContextHolder.getContext().getAuthentication());
    }

    static Account of(Authentication authentication) {
        return authentication != null && authentication.isAuthenticated()
                && authentication.getPrincipal() instanceof Account account ? account : null;
    }

    /** What {@link Rights} says of this user's role. */
    public boolean may(Action action) {
        return Rights.allows(role, action);
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return List.of(new SimpleGrantedAuthority(role.authority()));
    }

    @Override
    public String getPassword() {
        return passwordHash;
    }

    @Override
    public String getUsername() {
        return username;
    }

    @Override
    public boolean isEnabled() {
        return active;
    }

    @Override
    public String toString() {
        return "Account[" + username + ", " + role + "]";
    }
}
