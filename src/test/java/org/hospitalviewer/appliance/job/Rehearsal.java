package org.hospitalviewer.appliance.job;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** A job kind for tests that does what it is told. */
record Rehearsal(String name, Work work, boolean resumes, RetryPolicy retry, Optional<Schedule> initialSchedule)
        implements JobKind {

    /** What the job does. */
    interface Work {
        String run(JobProgress progress) throws Exception;
    }

    static Rehearsal of(Work work) {
        return new Rehearsal("rehearsal-" + UUID.randomUUID().toString().substring(0, 8), work, false,
                RetryPolicy.NEVER, Optional.empty());
    }

    Rehearsal resuming() {
        return new Rehearsal(name, work, true, retry, initialSchedule);
    }

    Rehearsal trying(int attempts) {
        return new Rehearsal(name, work, resumes, new RetryPolicy(attempts, Duration.ofMillis(1), Duration.ofMillis(1)),
                initialSchedule);
    }

    Rehearsal scheduled(Schedule schedule) {
        return new Rehearsal(name, work, resumes, retry, Optional.of(schedule));
    }

    /** The same kind in another life of the program. */
    Rehearsal doing(Work other) {
        return new Rehearsal(name, other, resumes, retry, initialSchedule);
    }

    @Override
    public String run(JobProgress progress) throws Exception {
        return work.run(progress);
    }
}
