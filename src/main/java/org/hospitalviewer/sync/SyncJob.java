package org.hospitalviewer.sync;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.hospitalviewer.access.AuditLog;
import org.hospitalviewer.appliance.job.JobKind;
import org.hospitalviewer.appliance.job.JobProgress;
import org.hospitalviewer.sync.SyncRun.Status;
import org.slf4j.MDC;
import org.springframework.stereotype.Component;

/** Brings every target up to date, all at the same time. */
@Component
final class SyncJob implements JobKind {

    static final String NAME = "sync";
    private static final Duration MOMENT = Duration.ofMillis(200);
    /** With more than one target, a slow one lets the others look again. */
    private static final Duration GIVES_WAY_AFTER = Duration.ofMinutes(10);

    private final TargetRun.Parts parts;
    private final AtomicBoolean askedFor = new AtomicBoolean();

    SyncJob(SyncTargets targets, TargetTable table, TargetConnections connections, Preparation preparation, Ledger ledger,
            WaitingStudies waiting, SyncHistory history, AuditLog audit, StudyDecisions decisions,
            List<Publisher> publishers) {
        this.parts = new TargetRun.Parts(targets, table, connections, preparation, ledger, waiting, history, audit,
                decisions, publishers);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean resumes() {
        return true;
    }

    /** The next run is for a person who waits: it takes also those that rest after a failure or outside of their hours. */
    void askFor() {
        askedFor.set(true);
    }

    @Override
    public String run(JobProgress progress) throws Exception {
        boolean asked = askedFor.getAndSet(false);
        List<SyncTarget> due = parts.targets().all().stream().filter(SyncTarget::enabled)
                .filter(target -> asked || isDue(target)).toList();
        RunControl control = new RunControl();
        Map<SyncTarget, TargetRun.Outcome> outcomes = new ConcurrentHashMap<>();
        Instant givesWayAt = due.size() > 1 ? Instant.now().plus(GIVES_WAY_AFTER) : Instant.MAX;
        List<Thread> threads = new ArrayList<>();
        for (SyncTarget target : due) {
            TargetRun run = new TargetRun(parts, target, control, !asked, givesWayAt);
            threads.add(start(target, () -> outcomes.put(target, run.run())));
        }
        listen(progress, control, threads);
        return sentence(due, outcomes);
    }

    private static Thread start(SyncTarget target, Runnable run) {
        Map<String, String> logOfTheJob = MDC.getCopyOfContextMap();
        return Thread.ofPlatform().name("sync-" + target.id()).daemon().start(() -> {
            if (logOfTheJob != null) {
                MDC.setContextMap(logOfTheJob);
            }
            run.run();
        });
    }

    private boolean isDue(SyncTarget target) {
        TargetState state = parts.table().state(target.id());
        if (!target.isOpenAt(LocalTime.now())) {
            return false;
        }
        if (state.failures() == 0 || state.lastRun() == null) {
            return true;
        }
        Instant now = Instant.now();
        return now.isBefore(state.lastRun()) || !now.isBefore(state.lastRun().plus(BackOff.LONG.full(state.failures())));
    }

    private static void listen(JobProgress progress, RunControl control, List<Thread> threads) throws InterruptedException {
        try {
            while (threads.stream().anyMatch(Thread::isAlive)) {
                control.listen(progress, MOMENT);
                progress.checkpoint();
            }
            control.listen(progress, Duration.ZERO);
        } finally {
            control.stop();
            for (Thread thread : threads) {
                thread.join();
            }
        }
    }

    private static String sentence(List<SyncTarget> due, Map<SyncTarget, TargetRun.Outcome> outcomes) {
        if (due.isEmpty()) {
            return "No target is due.";
        }
        List<String> failed = due.stream().filter(target -> outcomeOf(target, outcomes).status() == Status.FAILED)
                .map(target -> target.name() + ": " + outcomeOf(target, outcomes).error()).toList();
        if (!failed.isEmpty()) {
            throw new TargetsFailedException(String.join(" ", failed));
        }
        boolean goesOn = outcomes.values().stream().anyMatch(outcome -> outcome.status() == Status.GOES_ON);
        return goesOn ? "The next run goes on." : "Everything is there.";
    }

    /** A thread that could not even keep how it ended has said so in the log. */
    private static TargetRun.Outcome outcomeOf(SyncTarget target, Map<SyncTarget, TargetRun.Outcome> outcomes) {
        return outcomes.getOrDefault(target, new TargetRun.Outcome(Status.FAILED, "It ended unexpectedly."));
    }

    /** At least one target failed; its sentence is in the history. */
    private static final class TargetsFailedException extends RuntimeException {
        private TargetsFailedException(String sentence) {
            super(sentence);
        }
    }
}
