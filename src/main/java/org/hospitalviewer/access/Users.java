package org.hospitalviewer.access;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;

/** The people who may log in. */
@Service
public class Users implements UserDetailsService {

    public static final int SHORTEST_PASSWORD = 10;
    /** bcrypt reads no more than this. */
    private static final int LONGEST_PASSWORD_BYTES = 72;
    private static final int LONGEST_FULL_NAME = 200;
    private static final String NAME_PATTERN = "[\\p{L}\\p{N}._@-]{2,100}";

    private final JdbcClient jdbc;
    private final PasswordEncoder encoder;

    Users(JdbcClient jdbc, PasswordEncoder encoder) {
        this.jdbc = jdbc;
        this.encoder = encoder;
    }

    public boolean isEmpty() {
        return jdbc.sql("SELECT NOT EXISTS (SELECT 1 FROM users)").query(Boolean.class).single();
    }

    @Override
    public Account loadUserByUsername(String username) {
        return jdbc.sql("SELECT id, username, password_hash, full_name, role, is_active FROM users WHERE username = ?")
                .param(username)
                .query((row, _) -> new Account(row.getLong("id"), row.getString("username"),
                        row.getString("password_hash"), row.getString("full_name"),
                        Role.valueOf(row.getString("role")), row.getBoolean("is_active")))
                .optional()
                .orElseThrow(() -> new UsernameNotFoundException("No such user"));
    }

    /**
     * Adds a user.
     *
     * @param fullName the user name stands in for an empty one; cut after 200 characters
     * @throws InvalidUserException when name or password do not follow the rules
     */
    public void create(String username, String password, String fullName, Role role) {
        check(username, password);
        jdbc.sql("INSERT INTO users (username, password_hash, full_name, role) VALUES (?, ?, ?, ?)")
                .params(username, encoder.encode(password), shown(fullName, username), role.name())
                .update();
    }

    private static String shown(String fullName, String username) {
        String name = fullName.isBlank() ? username : fullName.strip();
        return name.codePoints().limit(LONGEST_FULL_NAME)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }

    void loggedIn(Account account) {
        jdbc.sql("UPDATE users SET last_login = ? WHERE id = ?")
                .params(LocalDateTime.now(ZoneOffset.UTC), account.id()).update();
    }

    private static void check(String username, String password) {
        if (username == null || !username.matches(NAME_PATTERN)) {
            throw new InvalidUserException(InvalidUserException.Rule.USERNAME);
        }
        if (password == null || password.length() < SHORTEST_PASSWORD || password.equalsIgnoreCase(username)) {
            throw new InvalidUserException(InvalidUserException.Rule.PASSWORD_TOO_WEAK);
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > LONGEST_PASSWORD_BYTES) {
            throw new InvalidUserException(InvalidUserException.Rule.PASSWORD_TOO_LONG);
        }
    }
}
