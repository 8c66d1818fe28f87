package org.hospitalviewer.access;

import java.time.Instant;

/**
 * A key for a program that acts as a user, without the secret itself.
 *
 * @param expiresAt null when it does not expire
 * @param lastUsed  null when it was never used; exact to a minute
 */
public record ApiToken(long id, String name, Instant createdAt, Instant expiresAt, Instant lastUsed) {
}
