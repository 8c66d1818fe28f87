package org.hospitalviewer.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LoginThrottleTest {

    private static final String GUESSER = "203.0.113.7";
    private static final String OFFICE = "192.168.1.20";

    private final MovableClock clock = new MovableClock();
    private final LoginThrottle throttle = new LoginThrottle(clock);

    private void fail(int times, String user, String address) {
        for (int i = 0; i < times; i++) {
            throttle.failed(user, address);
        }
    }

    @Test
    void aFewMistakesCostNothing() {
        fail(4, "admin", OFFICE);
        assertThat(throttle.wait("admin", OFFICE)).isZero();
    }

    @Test
    void eachFurtherMistakeCostsTwiceTheTimeUpToAQuarterOfAnHour() {
        fail(5, "admin", OFFICE);
        assertThat(throttle.wait("admin", OFFICE)).isEqualTo(Duration.ofSeconds(30));
        fail(1, "Admin ", OFFICE);
        assertThat(throttle.wait("ADMIN", OFFICE)).isEqualTo(Duration.ofSeconds(60));
        fail(100, "admin", OFFICE);
        assertThat(throttle.wait("admin", OFFICE)).isEqualTo(Duration.ofMinutes(15));
        clock.pass(Duration.ofMinutes(15));
        assertThat(throttle.wait("admin", OFFICE)).isZero();
    }

    @Test
    void theRightPasswordForgivesTheMistakes() {
        fail(6, "admin", OFFICE);
        throttle.succeeded("admin", OFFICE);
        assertThat(throttle.wait("admin", OFFICE)).isZero();
    }

    @Test
    void anHourForgivesThemToo() {
        fail(4, "admin", OFFICE);
        clock.pass(Duration.ofMinutes(61));
        fail(4, "admin", OFFICE);
        assertThat(throttle.wait("admin", OFFICE)).isZero();
    }

    @Test
    void whoTriesManyNamesIsHeldUpForAllOfThem() {
        for (int i = 0; i < 20; i++) {
            throttle.failed("user" + i, GUESSER);
        }
        assertThat(throttle.wait("somebody-else", GUESSER)).isPositive();
        assertThat(throttle.wait("somebody-else", OFFICE)).isZero();
    }

    @Test
    void oneLineWithManyAddressesIsOneGuesser() {
        for (int i = 0; i < 20; i++) {
            throttle.failed("user" + i, "2001:db8:1:2::" + Integer.toHexString(i + 1));
        }
        assertThat(throttle.wait("admin", "2001:db8:1:2:ffff::1")).isPositive();
        assertThat(throttle.wait("admin", "2001:db8:1:3::1")).isZero();
    }

    @Test
    void guessersEverywhereCannotLockOutTheAdministratorWhereHeHasLoggedInBeforeNorAtThisComputer() {
        throttle.succeeded("admin", OFFICE);
        for (int i = 0; i < 200; i++) {
            throttle.failed("admin", "203.0.113." + i);
        }
        assertThat(throttle.wait("admin", "198.51.100.1")).as("a new place").isPositive();
        assertThat(throttle.wait("admin", OFFICE)).isZero();
        assertThat(throttle.wait("admin", "127.0.0.1")).isZero();
        assertThat(throttle.wait("admin", "0:0:0:0:0:0:0:1")).isZero();
    }

    @Test
    void atThisComputerOneNameDoesNotHoldUpAnother() {
        fail(100, "viewer", "127.0.0.1");
        assertThat(throttle.wait("viewer", "127.0.0.1")).isPositive();
        assertThat(throttle.wait("admin", "127.0.0.1")).isZero();
    }

    @Test
    void anAddressThatIsNoneIsJustAPlace() {
        fail(5, "admin", "");
        assertThat(throttle.wait("admin", "")).isPositive();
        assertThat(throttle.wait("admin", OFFICE)).isZero();
    }
}
