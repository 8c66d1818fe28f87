package org.hospitalviewer.clinical.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.hospitalviewer.access.MovableClock;
import org.junit.jupiter.api.Test;

/** Leases to write in a report. */
class ReportLocksTest {

    private static final long REPORT = 7;
    private static final Person ANNA = new Person(1, "anna", "Dr. Anna");
    private static final Person BORIS = new Person(2, "boris", "Dr. Boris");

    private final MovableClock clock = new MovableClock();
    private final ReportLocks locks = new ReportLocks(clock);

    @Test
    void aLeaseThatIsRenewedGoesOnFromItsBeginning() {
        Instant start = clock.instant();
        locks.claim(REPORT, ANNA, false);
        clock.pass(Duration.ofSeconds(59));
        ReportLock renewed = locks.claim(REPORT, ANNA, false);
        assertThat(renewed.since()).isEqualTo(start);
        assertThat(renewed.until()).isEqualTo(clock.instant().plus(ReportLocks.LEASE));
        clock.pass(Duration.ofSeconds(59));
        assertThat(locks.isHeldByAnother(REPORT, BORIS.id())).isTrue();
        assertThat(locks.isHeldByAnother(REPORT, ANNA.id())).isFalse();
        assertThat(locks.isHeldByAnother(REPORT + 1, BORIS.id())).isFalse();
    }

    @Test
    void aLeaseThatIsNotRenewedEndsByItself() {
        locks.claim(REPORT, ANNA, false);
        clock.pass(ReportLocks.LEASE);
        assertThat(locks.of(REPORT, BORIS.id())).isEmpty();
        assertThat(locks.claim(REPORT, BORIS, false).mine()).isTrue();
        assertThat(locks.claim(REPORT, ANNA, false).holder()).isEqualTo(BORIS);
    }

    @Test
    void whoeverIsTakenOverSeesItAtTheNextHeartbeatAndDoesNotGetItBackByBeating() {
        locks.claim(REPORT, ANNA, false);
        clock.pass(Duration.ofSeconds(10));
        assertThat(locks.claim(REPORT, BORIS, true).since()).isEqualTo(clock.instant());
        ReportLock seen = locks.claim(REPORT, ANNA, false);
        assertThat(seen.mine()).isFalse();
        assertThat(seen.holder()).isEqualTo(BORIS);
        locks.release(REPORT, ANNA.id());
        assertThat(locks.isHeldByAnother(REPORT, ANNA.id())).isTrue();
        locks.release(REPORT, BORIS.id());
        assertThat(locks.of(REPORT, ANNA.id())).isEmpty();
    }
}
