package org.hospitalviewer.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.hospitalviewer.ApplianceTest;
import org.hospitalviewer.FreshHome;
import org.hospitalviewer.access.InvalidUserException.Rule;
import org.hospitalviewer.peers.WebCaller;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;

/** What the administrator does to users, and users to their passwords. */
@ApplianceTest
class UsersTest {

    @LocalServerPort
    private int port;
    @Autowired
    private Users users;
    @Autowired
    private PasswordEncoder encoder;
    @Autowired
    private JdbcClient jdbc;

    private static void assertBroken(Rule rule, ThrowingCallable change) {
        assertThatExceptionOfType(InvalidUserException.class).isThrownBy(change)
                .satisfies(failure -> assertThat(failure.rule()).isEqualTo(rule));
    }

    private User user(String name) {
        return users.all().stream().filter(user -> user.username().equals(name)).findFirst().orElseThrow();
    }

    private int status(String name, String password, String path) throws IOException {
        return WebCaller.stranger(port).as(name, password).get(path).statusCode();
    }

    @Test
    void whoIsInvitedSeesNothingBeforeChoosingAPassword() throws IOException {
        String given = users.invite("invited", "Ines Vited", "ines@clinic.example", Role.RADIOLOGIST);
        assertThat(given).hasSize(14).matches("[a-z2-9]+");
        assertThat(status("invited", given, "/api/auth/me")).isEqualTo(200);
        assertThat(status("invited", given, "/dicom-web/studies")).isEqualTo(403);
        users.changePassword(users.loadUserByUsername("invited"), given, "my own password");
        assertThat(status("invited", "my own password", "/dicom-web/studies?limit=1")).isEqualTo(200);
        assertThat(status("invited", given, "/api/auth/me")).isEqualTo(401);
        assertThat(user("invited")).satisfies(user -> {
            assertThat(user.email()).isEqualTo("ines@clinic.example");
            assertThat(user.mustChangePassword()).isFalse();
        });
    }

    @Test
    void aForgottenPasswordIsReplacedByOneThatHasToBeChanged() throws IOException {
        users.create("forgetful", "the old password", "", Role.VIEWER);
        String given = users.resetPassword(user("forgetful").id());
        assertThat(status("forgetful", "the old password", "/api/auth/me")).isEqualTo(401);
        assertThat(status("forgetful", given, "/dicom-web/studies")).isEqualTo(403);
    }

    @Test
    void aWrongOldPasswordOrAWeakNewOneChangesNothing() {
        users.create("careless", "the old password", "", Role.VIEWER);
        Account account = users.loadUserByUsername("careless");
        assertBroken(Rule.PASSWORD_WRONG, () -> users.changePassword(account, "not it", "a new password"));
        assertBroken(Rule.PASSWORD_TOO_WEAK, () -> users.changePassword(account, "the old password", "short"));
        assertBroken(Rule.PASSWORD_TOO_WEAK, () -> users.changePassword(account, "the old password", "the old password"));
        assertBroken(Rule.PASSWORD_TOO_LONG, () -> users.changePassword(account, "the old password", "x".repeat(73)));
        assertThat(encoder.matches("the old password", users.loadUserByUsername("careless").passwordHash())).isTrue();
    }

    @Test
    void namesAndAddressesAreGivenOnce() {
        users.invite("first", "", "first@clinic.example", Role.VIEWER);
        assertBroken(Rule.USERNAME_TAKEN, () -> users.invite("first", "", "", Role.VIEWER));
        assertBroken(Rule.USERNAME_TAKEN, () -> users.invite("FIRST", "", "", Role.VIEWER));
        assertBroken(Rule.EMAIL_TAKEN, () -> users.invite("second", "", "first@clinic.example", Role.VIEWER));
        assertBroken(Rule.EMAIL, () -> users.invite("third", "", "no address", Role.VIEWER));
        assertBroken(Rule.USERNAME, () -> users.invite("<script>", "", "", Role.VIEWER));
        assertThat(user("first").fullName()).isEqualTo("first");
        users.invite("fourth", "", "", Role.VIEWER);
        users.invite("fifth", "", "", Role.VIEWER);
        long fifth = user("fifth").id();
        assertBroken(Rule.EMAIL_TAKEN, () -> users.change(fifth, "", "first@clinic.example", Role.VIEWER));
        users.change(fifth, " Fifth Person ", "fifth@clinic.example", Role.TECHNICIAN);
        assertThat(user("fifth")).satisfies(user -> {
            assertThat(user.fullName()).isEqualTo("Fifth Person");
            assertThat(user.role()).isEqualTo(Role.TECHNICIAN);
        });
    }

    @Test
    void theLastAdministratorStays() {
        jdbc.sql("UPDATE users SET is_active = FALSE WHERE role = 'ADMIN' AND username <> ?").param(FreshHome.ADMIN)
                .update();
        long last = user(FreshHome.ADMIN).id();
        assertBroken(Rule.LAST_ADMINISTRATOR, () -> users.setActive(last, false));
        assertBroken(Rule.LAST_ADMINISTRATOR, () -> users.change(last, "", "", Role.VIEWER));
        assertThat(user(FreshHome.ADMIN)).satisfies(user -> {
            assertThat(user.active()).isTrue();
            assertThat(user.role()).isEqualTo(Role.ADMIN);
        });
    }
}
