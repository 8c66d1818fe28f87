package org.hospitalviewer.appliance.job;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.hospitalviewer.access.Account;
import org.hospitalviewer.access.AuditLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Service;

/** Every long work of the appliance: started, watched, cancelled and remembered here. */
@Service
public class JobService implements SmartLifecycle {

    static final String SCHEDULE = "schedule";

    private static final Logger LOG = LoggerFactory.getLogger(JobService.class);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(8);

    private final Map<String, JobKind> kinds = new TreeMap<>();
    private final JobRunner runner;
    private final JobTable table;
    private final AuditLog audit;
    private volatile boolean started;

    JobService(List<JobKind> kinds, JobRunner runner, JobTable table, AuditLog audit) {
        kinds.forEach(kind -> this.kinds.put(kind.name(), kind));
        this.runner = runner;
        this.table = table;
        this.audit = audit;
    }

    /** Names of all kinds there are. */
    public List<String> kinds() {
        return List.copyOf(kinds.keySet());
    }

    Optional<JobKind> kind(String name) {
        return Optional.ofNullable(kinds.get(name));
    }

    /**
     * Starts a run for the current visitor, or answers the run of this kind that is under way.
     *
     * @throws UnknownJobKindException when there is no such kind
     */
    public JobRun start(String kind) {
        JobKind known = kind(kind).orElseThrow(() -> new UnknownJobKindException(kind));
        JobRunner.Submitted submitted = runner.submit(known, visitor());
        if (submitted.isNew()) {
            audit.record("START_JOB", "JOB", kind, AuditLog.Result.SUCCESS);
        }
        return submitted.run();
    }

    /** Starts a run because it is due. */
    void startScheduled(JobKind kind) {
        runner.submit(kind, SCHEDULE);
    }

    /**
     * Asks a run to end as soon as it can; one that is over stays as it is.
     *
     * @return the run as it was; empty when there is none of this number
     */
    public Optional<JobRun> cancel(long id) {
        Optional<JobRun> cancelled = runner.cancel(id);
        cancelled.ifPresent(run -> audit.record("CANCEL_JOB", "JOB", run.kind() + " " + id, AuditLog.Result.SUCCESS));
        return cancelled.or(() -> table.find(id));
    }

    public Optional<JobRun> find(long id) {
        return runner.find(id).or(() -> table.find(id));
    }

    /** The newest runs of all kinds, newest first; those under way as they are at this moment. */
    public List<JobRun> newest(int limit) {
        return table.newest(limit).stream().map(run -> run.state().isOver() ? run : runner.find(run.id()).orElse(run))
                .toList();
    }

    /** The last run of a kind. */
    public Optional<JobRun> newestOf(String kind) {
        return table.newestOf(kind).map(run -> runner.find(run.id()).orElse(run));
    }

    /** The last run of a kind that came to its end: what it found holds until the next one has. */
    public Optional<JobRun> newestSucceededOf(String kind) {
        return table.newestSucceededOf(kind);
    }

    /** The first findings of a run, at most 1000. */
    public List<JobFinding> findings(long id) {
        return table.findings(id);
    }

    /** Calls the listener after each change, a few times a second at most for each run; returns what ends it. */
    public Runnable subscribe(Consumer<JobRun> listener) {
        runner.follow(listener);
        return () -> runner.unfollow(listener);
    }

    private static String visitor() {
        Account account = Account.current();
        return account == null ? "" : account.getUsername();
    }

    /** Goes on with what the end of the program cut off. */
    @Override
    public void start() {
        for (JobRun run : table.unfinished()) {
            JobKind kind = kinds.get(run.kind());
            if (kind != null && (kind.resumes() || run.state() == JobState.QUEUED)) {
                LOG.info("Job {} goes on: run {}", run.kind(), run.id());
                runner.resume(kind, run);
            } else {
                markInterrupted(run);
            }
        }
        started = true;
    }

    private void markInterrupted(JobRun run) {
        try (MDC.MDCCloseable _ = JobLog.of(run.kind())) {
            JobLog.LOG.warn("Run {} was cut off by the end of the program", run.id());
        }
        table.update(new JobRun(run.id(), run.kind(), JobState.INTERRUPTED, run.startedBy(), run.queuedAt(),
                run.startedAt(), Instant.now(), run.attempt(), run.done(), run.total(), run.bytes(), run.current(),
                run.note(), "The program ended meanwhile"));
    }

    @Override
    public void stop() {
        runner.stop(STOP_PATIENCE);
        started = false;
    }

    @Override
    public boolean isRunning() {
        return started;
    }
}
