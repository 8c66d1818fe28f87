package org.hospitalviewer.backup;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.hospitalviewer.appliance.job.Schedule;

/** Whether the administrator has to be told that there is no good backup, from the first moment on until there is one. */
final class BackupAlarm {

    /** A computer that was off catches up when it is on again; only then is a backup missed. */
    private static final Duration GRACE = Duration.ofHours(24);

    private BackupAlarm() {
    }

    /** What is wrong. */
    sealed interface Trouble {

        /** The last one failed. */
        record Failed(Instant at, String reason) implements Trouble {
        }

        /** None was made when one was due. */
        record Missed(Instant lastGood) implements Trouble {
        }
    }

    /**
     * What is wrong; empty when all is well.
     *
     * @param configuredAt since when backups are expected
     * @param schedule     null when they are made only by hand
     * @param last         null before the first
     * @param lastGood     null while there is none
     */
    static Optional<Trouble> of(Instant configuredAt, Schedule schedule, BackupRun last, BackupRun lastGood, Instant now,
                                ZoneId zone) {
        if (last != null && !last.isGood()) {
            return Optional.of(new Trouble.Failed(last.completedAt(), last.error()));
        }
        Instant since = lastGood == null ? configuredAt : lastGood.startedAt();
        if (schedule == null || since == null) {
            return Optional.empty();
        }
        boolean overdue = schedule.next(since.atZone(zone)).toInstant().plus(GRACE).isBefore(now);
        return overdue ? Optional.of(new Trouble.Missed(lastGood == null ? null : lastGood.completedAt())) : Optional.empty();
    }
}
