package org.hospitalviewer.access;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.hospitalviewer.access.InvalidUserException.Rule;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The people who may log in. Whatever changes a user logs them out everywhere else. */
@Service
public class Users implements UserDetailsService {

    public static final int SHORTEST_PASSWORD = 10;
    /** bcrypt reads no more than this. */
    private static final int LONGEST_PASSWORD_BYTES = 72;
    private static final int LONGEST_FULL_NAME = 200;
    private static final String NAME_PATTERN = "[\\p{L}\\p{N}._@-]{2,100}";
    /** bcrypt of a cost at which a login takes a few seconds at most. */
    private static final String HASH_PATTERN = "\\$2[aby]\\$(0[4-9]|1[0-5])\\$[./A-Za-z0-9]{53}";
    private static final String EMAIL_PATTERN = "[^@\\s]{1,64}@[^@\\s]{1,189}";
    /** Letters and digits that nobody mistakes for one another on paper. */
    private static final String CLEAR_CHARACTERS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int GIVEN_PASSWORD_LENGTH = 14;

    private final JdbcClient jdbc;
    private final PasswordEncoder encoder;
    private final Sessions sessions;
    private final SecureRandom random = new SecureRandom();
    private final KnownAccounts known = new KnownAccounts(Clock.systemUTC());

    Users(JdbcClient jdbc, PasswordEncoder encoder, Sessions sessions) {
        this.jdbc = jdbc;
        this.encoder = encoder;
        this.sessions = sessions;
    }

    public boolean isEmpty() {
        return jdbc.sql("SELECT NOT EXISTS (SELECT 1 FROM users)").query(Boolean.class).single();
    }

    /** Everybody, by name. */
    public List<User> all() {
        return jdbc.sql("SELECT * FROM users ORDER BY is_active DESC, full_name, username").query((row, _) -> user(row))
                .list();
    }

    /** Those who may log in and whose role allows this, by name. */
    public List<User> whoMay(Action action) {
        return all().stream().filter(user -> user.active() && Rights.allows(user.role(), action)).toList();
    }

    @Override
    public Account loadUserByUsername(String username) {
        return known.get(username, this::read);
    }

    private Account read(String username) {
        return jdbc.sql("SELECT * FROM users WHERE username = ?").param(username)
                .query((row, _) -> new Account(row.getLong("id"), row.getString("username"),
                        row.getString("password_hash"), row.getString("full_name"),
                        Role.valueOf(row.getString("role")), row.getBoolean("is_active"),
                        row.getBoolean("must_change_password")))
                .optional()
                .orElseThrow(() -> new UsernameNotFoundException("No such user"));
    }

    /**
     * Adds a user who chose the password.
     *
     * @param fullName the user name stands in for an empty one; cut after 200 characters
     * @throws InvalidUserException when name or password do not follow the rules
     */
    public void create(String username, String password, String fullName, Role role) {
        checkPassword(username, password);
        insert(username, password, fullName, "", role, false);
    }

    /**
     * Adds a user with a password made up here, which has to be changed at the first login.
     *
     * @param email empty for none
     * @return the password
     */
    public String invite(String username, String fullName, String email, Role role) {
        String password = madeUpPassword();
        insert(username, password, fullName, email, role, true);
        return password;
    }

    /**
     * Adds a user of another installation, who keeps the password.
     *
     * @param passwordHash bcrypt, of any of its three marks
     * @param email        empty for none
     * @throws InvalidUserException when one of these does not follow the rules
     */
    public void adopt(String username, String passwordHash, String fullName, String email, Role role, boolean active) {
        checkAdopted(username, passwordHash, email);
        insertHashed(username, passwordHash, fullName, email, role, false, active);
    }

    /** @throws InvalidUserException when {@link #adopt} would refuse this whoever is there already */
    public void checkAdopted(String username, String passwordHash, String email) {
        if (passwordHash == null || !passwordHash.matches(HASH_PATTERN)) {
            throw new InvalidUserException(Rule.PASSWORD_HASH);
        }
        if (username == null || !username.matches(NAME_PATTERN)) {
            throw new InvalidUserException(Rule.USERNAME);
        }
        checkedEmail(email);
    }

    private void insert(String username, String password, String fullName, String email, Role role, boolean given) {
        if (username == null || !username.matches(NAME_PATTERN)) {
            throw new InvalidUserException(Rule.USERNAME);
        }
        insertHashed(username, encoder.encode(password), fullName, email, role, given, true);
    }

    private void insertHashed(String username, String passwordHash, String fullName, String email, Role role,
                              boolean given, boolean active) {
        try {
            jdbc.sql("INSERT INTO users (username, password_hash, full_name, email, role, must_change_password, "
                            + "is_active) VALUES (?, ?, ?, ?, ?, ?, ?)")
                    .param(username).param(passwordHash).param(shown(fullName, username))
                    .param(checkedEmail(email)).param(role.name()).param(given).param(active).update();
        } catch (DuplicateKeyException e) {
            throw new InvalidUserException(isTaken(e, "users_email") ? Rule.EMAIL_TAKEN : Rule.USERNAME_TAKEN);
        }
    }

    /** Changes what the administrator may change. */
    @Transactional
    public void change(long id, String fullName, String email, Role role) {
        if (role != Role.ADMIN) {
            requireAnotherAdministrator(id);
        }
        try {
            jdbc.sql("UPDATE users SET full_name = CASE WHEN ? = '' THEN username ELSE ? END, email = ?, role = ? "
                            + "WHERE id = ?")
                    .param(fullName.strip()).param(shown(fullName, "")).param(checkedEmail(email)).param(role.name())
                    .param(id).update();
        } catch (DuplicateKeyException e) {
            throw new InvalidUserException(Rule.EMAIL_TAKEN);
        }
        known.forget();
        sessions.endOthers(id, Visitor.current().session());
    }

    /** Lets a user in or keeps them out; what they did stays. */
    @Transactional
    public void setActive(long id, boolean active) {
        if (!active) {
            requireAnotherAdministrator(id);
        }
        jdbc.sql("UPDATE users SET is_active = ? WHERE id = ?").params(active, id).update();
        known.forget();
        sessions.endAll(id);
    }

    /** Replaces a forgotten password by one made up here, which has to be changed at the next login. */
    public String resetPassword(long id) {
        String password = madeUpPassword();
        jdbc.sql("UPDATE users SET password_hash = ?, must_change_password = TRUE WHERE id = ?")
                .params(encoder.encode(password), id).update();
        known.forget();
        sessions.endAll(id);
        return password;
    }

    /** Replaces a password by one made up here that may be kept. */
    public String renewPassword(long id) {
        String password = madeUpPassword();
        jdbc.sql("UPDATE users SET password_hash = ?, must_change_password = FALSE WHERE id = ?")
                .params(encoder.encode(password), id).update();
        known.forget();
        sessions.endAll(id);
        return password;
    }

    /**
     * Changes one's own password; whoever does it should log in with the new one at once.
     *
     * @throws InvalidUserException when the old one is wrong, or the new one breaks a rule or is the old one
     */
    public void changePassword(Account account, String old, String password) {
        Account now = loadUserByUsername(account.username());
        if (!encoder.matches(old, now.passwordHash())) {
            throw new InvalidUserException(Rule.PASSWORD_WRONG);
        }
        checkPassword(now.username(), password);
        if (password.equals(old)) {
            throw new InvalidUserException(Rule.PASSWORD_TOO_WEAK);
        }
        jdbc.sql("UPDATE users SET password_hash = ?, must_change_password = FALSE WHERE id = ?")
                .params(encoder.encode(password), now.id()).update();
        known.forget();
        sessions.endOthers(now.id(), Visitor.current().session());
    }

    void loggedIn(Account account) {
        jdbc.sql("UPDATE users SET last_login = ? WHERE id = ?")
                .params(LocalDateTime.now(ZoneOffset.UTC), account.id()).update();
    }

    /** The rows are locked, so that two administrators cannot remove each other in the same moment. */
    private void requireAnotherAdministrator(long id) {
        List<Long> administrators = jdbc.sql("SELECT id FROM users WHERE role = 'ADMIN' AND is_active FOR UPDATE")
                .query(Long.class).list();
        if (administrators.equals(List.of(id))) {
            throw new InvalidUserException(Rule.LAST_ADMINISTRATOR);
        }
    }

    private static boolean isTaken(DuplicateKeyException failure, String constraint) {
        return String.valueOf(failure.getMostSpecificCause().getMessage()).contains(constraint);
    }

    /** A password that nobody else knows. */
    public String madeUpPassword() {
        StringBuilder password = new StringBuilder(GIVEN_PASSWORD_LENGTH);
        random.ints(GIVEN_PASSWORD_LENGTH, 0, CLEAR_CHARACTERS.length())
                .forEach(index -> password.append(CLEAR_CHARACTERS.charAt(index)));
        return password.toString();
    }

    private static User user(ResultSet row) throws SQLException {
        LocalDateTime lastLogin = row.getObject("last_login", LocalDateTime.class);
        String email = row.getString("email");
        return new User(row.getLong("id"), row.getString("username"), row.getString("full_name"),
                email == null ? "" : email, Role.valueOf(row.getString("role")), row.getBoolean("is_active"),
                row.getBoolean("must_change_password"),
                lastLogin == null ? null : lastLogin.toInstant(ZoneOffset.UTC));
    }

    private static String shown(String fullName, String username) {
        String name = fullName.isBlank() ? username : fullName.strip();
        return name.codePoints().limit(LONGEST_FULL_NAME)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }

    private static String checkedEmail(String email) {
        if (email.isBlank()) {
            return null;
        }
        if (!email.strip().matches(EMAIL_PATTERN)) {
            throw new InvalidUserException(Rule.EMAIL);
        }
        return email.strip();
    }

    private static void checkPassword(String username, String password) {
        if (password == null || password.length() < SHORTEST_PASSWORD || password.equalsIgnoreCase(username)) {
            throw new InvalidUserException(Rule.PASSWORD_TOO_WEAK);
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > LONGEST_PASSWORD_BYTES) {
            throw new InvalidUserException(Rule.PASSWORD_TOO_LONG);
        }
    }
}
