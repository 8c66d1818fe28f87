package org.hospitalviewer.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hospitalviewer.appliance.job.Schedule;
import org.hospitalviewer.backup.BackupRun.Status;
import org.hospitalviewer.backup.target.StoredBackup;
import org.junit.jupiter.api.Test;

/** Ninety nights, and what is there after each. */
class RetentionTest {

    private static final Instant FIRST = Instant.parse("2026-01-01T02:00:00Z");
    private static final int DAYS = 30;

    private final List<StoredBackup> there = new ArrayList<>();
    private final Set<String> ours = new HashSet<>();
    private final Set<String> good = new HashSet<>();

    private static Instant night(int number) {
        return FIRST.plus(Duration.ofDays(number));
    }

    private StoredBackup backUp(Instant time, boolean isGood) {
        StoredBackup backup = StoredBackup.of(StoredBackup.name(time), 1).orElseThrow();
        there.add(backup);
        ours.add(backup.name());
        if (isGood) {
            good.add(backup.name());
        }
        return backup;
    }

    private void tidy(Instant now) {
        there.removeAll(Retention.over(there, ours, good, now, DAYS));
    }

    @Test
    void inNinetyNightsThirtyAreKept() {
        for (int number = 0; number < 90; number++) {
            backUp(night(number), true);
            tidy(night(number).plusSeconds(60));
            assertThat(there.size()).isEqualTo(Math.min(number + 1, DAYS));
        }
        assertThat(there.getFirst().createdAt()).isEqualTo(night(60));
    }

    @Test
    void theLastGoodOneStaysHoweverOldItIs() {
        StoredBackup lastGood = backUp(night(0), true);
        for (int number = 1; number < 90; number++) {
            tidy(night(number));
            assertThat(there).contains(lastGood);
        }
        backUp(night(90), true);
        tidy(night(91));
        assertThat(there).doesNotContain(lastGood);
    }

    @Test
    void withoutAGoodOneNothingIsDeletedAndThoseOfOthersStay() {
        backUp(night(0), false);
        tidy(night(89));
        assertThat(there).hasSize(1);
        StoredBackup ofAnother = StoredBackup.of(StoredBackup.name(night(1)), 1).orElseThrow();
        there.add(ofAnother);
        backUp(night(88), true);
        tidy(night(89));
        assertThat(there).extracting(StoredBackup::createdAt).containsExactly(night(1), night(88));
    }

    private static BackupRun run(Instant time, Status status) {
        return new BackupRun(1, time, time, "", "", 1, status, status == Status.FAILED ? "The stick is away." : "", time, true,
                List.of(), "", 1, 1);
    }

    private static Optional<BackupAlarm.Trouble> alarm(BackupRun last, BackupRun good, Instant now) {
        return BackupAlarm.of(FIRST, new Schedule.Daily(java.time.LocalTime.of(2, 0)), last, good, now, ZoneOffset.UTC);
    }

    @Test
    void aFailureIsToldUntilItIsGoodAgainAndAMissedOneAfterADay() {
        assertThat(alarm(null, null, night(1))).isEmpty();
        assertThat(alarm(null, null, night(3))).contains(new BackupAlarm.Trouble.Missed(null));
        BackupRun good = run(night(5), Status.VERIFIED);
        assertThat(alarm(good, good, night(6).plusSeconds(60))).isEmpty();
        assertThat(alarm(good, good, night(8))).contains(new BackupAlarm.Trouble.Missed(night(5)));
        assertThat(alarm(run(night(6), Status.FAILED), good, night(6)))
                .contains(new BackupAlarm.Trouble.Failed(night(6), "The stick is away."));
        assertThat(BackupAlarm.of(FIRST, null, null, null, night(80), ZoneOffset.UTC)).isEmpty();
    }
}
