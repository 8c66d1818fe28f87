package org.hospitalviewer.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionSynchronizationUtils;

class KnownAccountsTest {

    private final MovableClock clock = new MovableClock();
    private final KnownAccounts known = new KnownAccounts(clock);
    private final AtomicInteger reads = new AtomicInteger();

    private Account read(String username) {
        return new Account(reads.incrementAndGet(), username, "", "", Role.VIEWER, true, false);
    }

    private long get() {
        return known.get("anna", this::read).id();
    }

    @Test
    void anAccountIsReadOnceUntilSomebodyChanges() {
        assertThat(get()).isOne();
        assertThat(get()).isOne();
        known.forget();
        assertThat(get()).isEqualTo(2);
    }

    @Test
    void whatWasReadDuringAChangeIsNotKept() {
        known.get("anna", name -> {
            Account old = read(name);
            known.forget();
            return old;
        });

        assertThat(get()).isEqualTo(2);
    }

    /** Whoever reads before the commit still sees the old row. */
    @Test
    void whatWasReadBeforeTheCommitIsForgottenAfterIt() {
        TransactionSynchronizationManager.initSynchronization();
        try {
            known.forget();
            assertThat(get()).isOne();
            TransactionSynchronizationUtils.triggerAfterCompletion(0);
        } finally {
            TransactionSynchronizationManager.clearSynchronization();
        }

        assertThat(get()).isEqualTo(2);
    }

    @Test
    void afterMinutesItIsReadAnew() {
        assertThat(get()).isOne();
        clock.pass(Duration.ofMinutes(6));
        assertThat(get()).isEqualTo(2);
    }

    @Test
    void anotherSpellingIsNotKept() {
        known.get("ANNA", _ -> read("anna"));
        assertThat(known.get("ANNA", _ -> read("anna")).id()).isEqualTo(2);
    }

    @Test
    void strangersAreNotKept() {
        for (int attempt = 0; attempt < 2; attempt++) {
            assertThatThrownBy(() -> known.get("nobody", name -> {
                reads.incrementAndGet();
                throw new UsernameNotFoundException(name);
            })).isInstanceOf(UsernameNotFoundException.class);
        }

        assertThat(reads).hasValue(2);
    }
}
