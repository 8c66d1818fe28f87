package org.hospitalviewer.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

class RememberingPasswordEncoderTest {

    private final CountingEncoder slow = new CountingEncoder();
    private final MovableClock clock = new MovableClock();
    private final RememberingPasswordEncoder encoder = new RememberingPasswordEncoder(slow, clock);
    private final String hash = encoder.encode("secret");

    @Test
    void aPasswordThatFittedIsNotHashedAgainForAWhile() {
        assertThat(encoder.matches("secret", hash)).isTrue();
        assertThat(encoder.matches("secret", hash)).isTrue();
        assertThat(slow.comparisons).isEqualTo(1);
        clock.pass(Duration.ofMinutes(6));
        assertThat(encoder.matches("secret", hash)).isTrue();
        assertThat(slow.comparisons).isEqualTo(2);
    }

    @Test
    void aWrongPasswordIsHashedEachTime() {
        encoder.matches("secret", hash);
        assertThat(encoder.matches("guess", hash)).isFalse();
        assertThat(encoder.matches("guess", hash)).isFalse();
        assertThat(slow.comparisons).isEqualTo(3);
    }

    @Test
    void anotherHashOfTheUserForgetsTheOldPasswordAtOnce() {
        encoder.matches("secret", hash);
        assertThat(encoder.matches("secret", encoder.encode("changed"))).isFalse();
    }

    @Test
    void onlySoManyAreRemembered() {
        encoder.matches("secret", hash);
        slow.everythingFits = true;
        for (int i = 0; i < 1_000; i++) {
            encoder.matches("secret", "hash " + i);
        }
        int before = slow.comparisons;
        encoder.matches("secret", hash);
        assertThat(slow.comparisons).isEqualTo(before + 1);
    }

    /** Real bcrypt, at the cost it has in tests. */
    private static final class CountingEncoder implements PasswordEncoder {
        private final PasswordEncoder bcrypt = new BCryptPasswordEncoder(4);
        private int comparisons;
        private boolean everythingFits;

        @Override
        public String encode(CharSequence password) {
            return bcrypt.encode(password);
        }

        @Override
        public boolean matches(CharSequence password, String hash) {
            comparisons++;
            return everythingFits || bcrypt.matches(password, hash);
        }
    }
}
