package org.hospitalviewer.appliance.job;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.springframework.dao.DataAccessException;

/** A run while it is under way. Written by its own thread, watched and stopped by others. */
final class RunningJob implements JobProgress {

    private static final long TELL_AFTER_NANOS = Duration.ofMillis(250).toNanos();
    private static final long KEEP_AFTER_NANOS = Duration.ofSeconds(1).toNanos();
    private static final int MAX_FINDINGS_KEPT = 1_000;

    private final JobTable table;
    private final Consumer<JobRun> followers;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition stopRequested = lock.newCondition();
    private volatile JobRun run;
    private volatile boolean cancelled;
    private volatile boolean stopping;
    private long findings;
    private long toldAt;
    private long keptAt;

    RunningJob(JobRun run, JobTable table, Consumer<JobRun> followers) {
        this.run = run;
        this.table = table;
        this.followers = followers;
    }

    JobRun run() {
        return run;
    }

    void cancel() {
        cancelled = true;
        wake();
    }

    /** The program ends. */
    void stop() {
        stopping = true;
        wake();
    }

    boolean isCancelled() {
        return cancelled;
    }

    boolean isStopping() {
        return stopping;
    }

    private void wake() {
        lock.lock();
        try {
            stopRequested.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Another attempt begins: where the last one saved its state, or from nothing. */
    void begin() {
        boolean goesOn = table.savedState(run.id()).isPresent();
        findings = table.countFindings(run.id());
        Instant since = run.startedAt() == null ? Instant.now() : run.startedAt();
        run = new JobRun(run.id(), run.kind(), JobState.RUNNING, run.startedBy(), run.queuedAt(), since, null,
                run.attempt() + 1, goesOn ? run.done() : 0, goesOn ? run.total() : 0, goesOn ? run.bytes() : 0, "", "",
                "");
        keep();
        followers.accept(run);
    }

    /** The last word of this run. */
    void end(JobState state, String message) {
        run = with(state, state.isOver() ? Instant.now() : null, message);
        keep();
    }

    /** Waits for the next attempt; returns early when somebody wants the job to stop. */
    void pause(Duration pause, String reason) throws InterruptedException {
        run = with(JobState.QUEUED, null, reason);
        keep();
        followers.accept(run);
        lock.lock();
        try {
            long nanos = pause.toNanos();
            while (nanos > 0 && !cancelled && !stopping) {
                nanos = stopRequested.awaitNanos(nanos);
            }
        } finally {
            lock.unlock();
        }
    }

    private JobRun with(JobState state, Instant endedAt, String message) {
        return new JobRun(run.id(), run.kind(), state, run.startedBy(), run.queuedAt(), run.startedAt(), endedAt,
                run.attempt(), run.done(), run.total(), run.bytes(), run.current(), run.note(), message);
    }

    private JobRun with(long done, long total, long bytes, String current, String note) {
        return new JobRun(run.id(), run.kind(), run.state(), run.startedBy(), run.queuedAt(), run.startedAt(), null,
                run.attempt(), done, total, bytes, current, note, run.message());
    }

    @Override
    public void total(long things) {
        run = with(run.done(), things, run.bytes(), run.current(), run.note());
        tell();
    }

    @Override
    public void resumeAt(long things, long bytes) {
        run = with(things, run.total(), bytes, run.current(), run.note());
        tell();
    }

    @Override
    public void advance(String thing, long bytes) {
        run = with(run.done() + 1, run.total(), run.bytes() + bytes, thing, run.note());
        tell();
    }

    @Override
    public void note(String sentence) {
        JobLog.LOG.info(sentence);
        run = with(run.done(), run.total(), run.bytes(), run.current(), sentence);
        tell();
    }

    @Override
    public void finding(String subject, String what) {
        JobLog.LOG.warn("{}: {}", subject, what);
        findings++;
        if (findings <= MAX_FINDINGS_KEPT) {
            table.addFinding(run.id(), subject, what);
        }
    }

    @Override
    public long findings() {
        return findings;
    }

    @Override
    public Optional<String> savedState() {
        return table.savedState(run.id());
    }

    @Override
    public void save(String json) {
        keep();
        table.saveState(run.id(), json);
    }

    @Override
    public void checkpoint() {
        if (cancelled || stopping) {
            throw new JobStoppedException(cancelled);
        }
    }

    /** Often enough for people, seldom enough for the database. */
    private void tell() {
        long now = System.nanoTime();
        if (now - toldAt >= TELL_AFTER_NANOS) {
            toldAt = now;
            followers.accept(run);
        }
        if (now - keptAt >= KEEP_AFTER_NANOS) {
            try {
                keep();
            } catch (DataAccessException e) {
                JobLog.LOG.debug("The progress could not be kept; the next one will be", e);
            }
        }
    }

    private void keep() {
        keptAt = System.nanoTime();
        table.update(run);
    }
}
