package org.hospitalviewer.sync;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hospitalviewer.appliance.job.JobRun;
import org.hospitalviewer.appliance.job.JobSchedules;
import org.hospitalviewer.appliance.job.JobService;
import org.hospitalviewer.appliance.job.Schedule;
import org.hospitalviewer.appliance.job.ScheduledJob;
import org.springframework.stereotype.Service;

/** Starting, watching and timing of the sync. */
@Service
public class Sync {

    public static final int USUAL_MINUTES = 2;

    private static final Duration COUNTED_EVERY = Duration.ofSeconds(3);

    private final SyncTargets targets;
    private final TargetTable table;
    private final Ledger ledger;
    private final WaitingStudies waiting;
    private final SyncHistory history;
    private final SyncJob job;
    private final JobService jobs;
    private final JobSchedules schedules;
    private List<TargetStatus> counted = List.of();
    private long countedAt = System.nanoTime() - COUNTED_EVERY.toNanos();

    Sync(SyncTargets targets, TargetTable table, Ledger ledger, WaitingStudies waiting, SyncHistory history, SyncJob job,
         JobService jobs, JobSchedules schedules) {
        this.targets = targets;
        this.table = table;
        this.ledger = ledger;
        this.waiting = waiting;
        this.history = history;
        this.job = job;
        this.jobs = jobs;
        this.schedules = schedules;
    }

    /**
     * How far a target is.
     *
     * @param files          that lie there; {@code bytes} is their length there
     * @param waitingStudies to be looked at
     */
    public record TargetStatus(SyncTarget target, TargetState state, long studies, long files, long bytes,
                               long waitingStudies) {
    }

    /**
     * The whole.
     *
     * @param last    end of the last run of any target, null for never
     * @param next    null while it does not run by itself
     * @param run     the one under way or the last one, null before the first
     */
    public record Status(boolean running, boolean automatic, int minutes, Instant last, Instant next, long files, long bytes,
                         JobRun run, List<TargetStatus> targets) {

        /** Why targets that are in use failed the last time; empty when all is well. */
        public List<String> errors() {
            return targets.stream().filter(one -> one.target().enabled() && !one.state().lastError().isEmpty())
                    .map(one -> one.target().name() + ": " + one.state().lastError()).toList();
        }
    }

    public Status status() {
        List<TargetStatus> all = targetStatus();
        Optional<ScheduledJob> schedule = schedules.of(SyncJob.NAME);
        JobRun run = jobs.newestOf(SyncJob.NAME).orElse(null);
        boolean automatic = schedule.map(ScheduledJob::enabled).orElse(false);
        return new Status(run != null && !run.state().isOver(), automatic, minutes(schedule),
                all.stream().map(one -> one.state().lastRun()).filter(java.util.Objects::nonNull)
                        .max(Instant::compareTo).orElse(null),
                automatic ? schedule.get().nextRun() : null, all.stream().mapToLong(TargetStatus::files).sum(),
                all.stream().mapToLong(TargetStatus::bytes).sum(), run, all);
    }

    private static int minutes(Optional<ScheduledJob> schedule) {
        return schedule.map(ScheduledJob::schedule).filter(Schedule.EveryMinutes.class::isInstance)
                .map(every -> ((Schedule.EveryMinutes) every).minutes()).orElse(USUAL_MINUTES);
    }

    /** Counting a large ledger takes a moment: a figure may be some seconds old while a run is under way. */
    private synchronized List<TargetStatus> targetStatus() {
        List<SyncTarget> now = targets.all();
        boolean old = System.nanoTime() - countedAt >= COUNTED_EVERY.toNanos();
        if (old || !counted.stream().map(TargetStatus::target).toList().equals(now) || !isRunning()) {
            counted = now.stream().map(this::statusOf).toList();
            countedAt = System.nanoTime();
        }
        return counted;
    }

    private boolean isRunning() {
        return jobs.newestOf(SyncJob.NAME).filter(run -> !run.state().isOver()).isPresent();
    }

    private TargetStatus statusOf(SyncTarget target) {
        Ledger.Sum sum = ledger.sum(target.id());
        return new TargetStatus(target, table.state(target.id()), sum.studies(), sum.files(), sum.bytes(),
                waiting.count(target.id()));
    }

    /** Runs of targets that moved something or failed, newest first. */
    public List<SyncRun> history(int limit) {
        return history.newest(limit);
    }

    /** Starts a run that takes all targets in use; answers the one under way. */
    public JobRun syncNow() {
        job.askFor();
        return jobs.start(SyncJob.NAME);
    }

    /** Lets it run by itself, or not. */
    public void automatic(boolean enabled, int minutes) {
        schedules.change(SyncJob.NAME, new Schedule.EveryMinutes(minutes), enabled);
    }

    /** Another interval; whether it runs by itself stays as it is. */
    public void interval(int minutes) {
        if (status().minutes() != minutes) {
            automatic(status().automatic(), minutes);
        }
    }

    /** Adds a target; the first one lets the sync run by itself from now on. */
    public SyncTarget add(TargetEntry entry) {
        SyncTarget target = targets.add(entry);
        if (schedules.of(SyncJob.NAME).isEmpty()) {
            automatic(true, USUAL_MINUTES);
        }
        return target;
    }

    /** Calls the listener after each change of a run; returns what ends it. */
    public Runnable subscribe(Runnable listener) {
        return jobs.subscribe(run -> {
            if (run.kind().equals(SyncJob.NAME)) {
                listener.run();
            }
        });
    }
}
