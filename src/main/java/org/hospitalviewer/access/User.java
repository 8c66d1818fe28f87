package org.hospitalviewer.access;

import java.time.Instant;

/**
 * A user as the administrator sees them.
 *
 * @param email              empty when there is none
 * @param mustChangePassword has a password from the administrator still
 * @param lastLogin          null when there was none
 */
public record User(long id, String username, String fullName, String email, Role role, boolean active,
                   boolean mustChangePassword, Instant lastLogin) {
}
