package org.hospitalviewer.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Service;

/** Keys for programs: each acts as the user who made it, with that user's role, until it is revoked or expires. */
@Service
public class ApiTokens {

    /** Lets scanners for leaked secrets recognise one. */
    static final String PREFIX = "hdv_";
    public static final int MAX_PER_USER = 20;
    private static final int SECRET_BYTES = 32;
    private static final int MAX_NAME = 100;

    private final JdbcClient jdbc;
    private final Users users;
    private final SecureRandom random = new SecureRandom();

    ApiTokens(JdbcClient jdbc, Users users) {
        this.jdbc = jdbc;
        this.users = users;
    }

    /**
     * Makes a token.
     *
     * @param name  tells the user what it is for; cut after 100 characters
     * @param valid from now on; null for ever
     * @return the secret, which nobody can ever see again
     * @throws TooManyTokensException when the user has enough of them
     */
    public String create(Account account, String name, Period valid) {
        if (of(account).size() >= MAX_PER_USER) {
            throw new TooManyTokensException();
        }
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        String secret = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        LocalDateTime now = LocalDateTime.now(ZoneOffset.UTC);
        jdbc.sql("INSERT INTO api_tokens (user_id, name, token_sha256, expires_at, created_at) VALUES (?, ?, ?, ?, ?)")
                .param(account.id()).param(name.strip().codePoints().limit(MAX_NAME).collect(StringBuilder::new,
                        StringBuilder::appendCodePoint, StringBuilder::append).toString())
                .param(digest(secret)).param(valid == null ? null : now.plus(valid)).param(now).update();
        return secret;
    }

    /** Tokens of a user, the newest first. */
    public List<ApiToken> of(Account account) {
        return jdbc.sql("SELECT * FROM api_tokens WHERE user_id = ? ORDER BY id DESC").param(account.id())
                .query((row, _) -> new ApiToken(row.getLong("id"), row.getString("name"), instant(row, "created_at"),
                        instant(row, "expires_at"), instant(row, "last_used")))
                .list();
    }

    /** Ends a token of this user; false when there is none of this number. */
    public boolean revoke(Account account, long id) {
        return jdbc.sql("DELETE FROM api_tokens WHERE id = ? AND user_id = ?").params(id, account.id()).update() == 1;
    }

    /** The active user behind a secret. */
    Optional<Account> account(String secret) {
        LocalDateTime now = LocalDateTime.now(ZoneOffset.UTC);
        Optional<Used> used = jdbc.sql("SELECT t.id, t.last_used, u.username FROM api_tokens t "
                        + "JOIN users u ON u.id = t.user_id "
                        + "WHERE t.token_sha256 = ? AND (t.expires_at IS NULL OR t.expires_at > ?)")
                .params(digest(secret), now)
                .query((row, _) -> new Used(row.getLong("id"), row.getObject("last_used", LocalDateTime.class),
                        row.getString("username"))).optional();
        used.filter(token -> token.lastUsed() == null || token.lastUsed().plusMinutes(1).isBefore(now))
                .ifPresent(token -> jdbc.sql("UPDATE api_tokens SET last_used = ? WHERE id = ?")
                        .params(now, token.id()).update());
        return used.flatMap(token -> active(token.username()));
    }

    private record Used(long id, LocalDateTime lastUsed, String username) {
    }

    private Optional<Account> active(String username) {
        try {
            return Optional.of(users.loadUserByUsername(username)).filter(Account::active);
        } catch (UsernameNotFoundException e) {
            return Optional.empty();
        }
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        LocalDateTime time = row.getObject(column, LocalDateTime.class);
        return time == null ? null : time.toInstant(ZoneOffset.UTC);
    }

    private static byte[] digest(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
