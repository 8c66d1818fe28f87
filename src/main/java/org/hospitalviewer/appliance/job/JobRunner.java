package org.hospitalviewer.appliance.job;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.MDC;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Runs jobs, one of each kind at a time. On platform threads: they compute and read files for long, which on virtual
 * threads would keep the few carriers from those who receive images.
 */
@Component
class JobRunner {

    private final JobTable table;
    private final Map<String, RunningJob> running = new LinkedHashMap<>();
    private final List<Thread> threads = new ArrayList<>();
    private final List<Consumer<JobRun>> followers = new CopyOnWriteArrayList<>();
    private boolean stopping;

    JobRunner(JobTable table) {
        this.table = table;
    }

    /** What {@link #submit} answers: the run, and whether it is a new one. */
    record Submitted(JobRun run, boolean isNew) {
    }

    /** Starts a run, or gives the one of this kind that is under way. */
    synchronized Submitted submit(JobKind kind, String startedBy) {
        RunningJob present = running.get(kind.name());
        if (present != null) {
            return new Submitted(present.run(), false);
        }
        JobRun run = table.insert(kind.name(), startedBy);
        start(kind, run);
        return new Submitted(run, true);
    }

    /** Goes on with a run of before. */
    synchronized void resume(JobKind kind, JobRun run) {
        if (!running.containsKey(kind.name())) {
            start(kind, run);
        }
    }

    private void start(JobKind kind, JobRun run) {
        if (stopping) {
            return; // it is queued for the next start
        }
        RunningJob job = new RunningJob(run, table, this::tell);
        running.put(kind.name(), job);
        threads.removeIf(thread -> !thread.isAlive());
        threads.add(Thread.ofPlatform().name("job-" + kind.name()).daemon().start(() -> work(kind, job)));
    }

    /** Asks a run to end; empty when it is not under way. */
    synchronized Optional<JobRun> cancel(long id) {
        Optional<RunningJob> job = running.values().stream().filter(one -> one.run().id() == id).findFirst();
        job.ifPresent(RunningJob::cancel);
        return job.map(RunningJob::run);
    }

    /** The run as it is at this moment. */
    synchronized Optional<JobRun> find(long id) {
        return running.values().stream().map(RunningJob::run).filter(run -> run.id() == id).findFirst();
    }

    void follow(Consumer<JobRun> follower) {
        followers.add(follower);
    }

    void unfollow(Consumer<JobRun> follower) {
        followers.remove(follower);
    }

    /** Asks all runs to end because the program does, and waits for them that long in all. */
    void stop(Duration patience) {
        List<Thread> waiting;
        synchronized (this) {
            stopping = true;
            running.values().forEach(RunningJob::stop);
            waiting = List.copyOf(threads);
        }
        long end = System.nanoTime() + patience.toNanos();
        try {
            for (Thread thread : waiting) {
                thread.join(Duration.ofNanos(Math.max(1, end - System.nanoTime())));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void work(JobKind kind, RunningJob job) {
        try (MDC.MDCCloseable _ = JobLog.of(kind.name())) {
            JobLog.LOG.info("Run {} starts, asked for by {}", job.run().id(), job.run().startedBy());
            Ending ending = attempt(kind, job);
            JobLog.LOG.info("Run {}: {} {}", job.run().id(), ending.state(), ending.message());
            finish(kind, job, ending);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Runs until it succeeds, fails for good or is stopped. */
    private static Ending attempt(JobKind kind, RunningJob job) throws InterruptedException {
        while (true) {
            try {
                job.begin();
                return new Ending(JobState.SUCCEEDED, kind.run(job));
            } catch (JobStoppedException e) {
                return stopped(kind, job);
            } catch (Exception | LinkageError | OutOfMemoryError e) {
                JobLog.LOG.error("Attempt {} failed", job.run().attempt(), e);
                Optional<Duration> pause = kind.retry().pauseAfter(job.run().attempt());
                if (job.isStopping() || job.isCancelled()) {
                    return stopped(kind, job);
                }
                if (pause.isEmpty()) {
                    return new Ending(JobState.FAILED, sentence(e));
                }
                job.pause(pause.get(), sentence(e));
                if (job.isStopping() || job.isCancelled()) {
                    return stopped(kind, job);
                }
            }
        }
    }

    private static Ending stopped(JobKind kind, RunningJob job) {
        if (job.isCancelled()) {
            return new Ending(JobState.CANCELLED, "Cancelled after " + job.run().done() + " of " + job.run().total());
        }
        return kind.resumes() ? new Ending(JobState.QUEUED, "Goes on at the next start of the program")
                : new Ending(JobState.INTERRUPTED, "The program was stopped meanwhile");
    }

    private static String sentence(Throwable failure) {
        if (failure instanceof DataAccessException trouble) {
            return "The database does not answer: " + trouble.getMostSpecificCause().getMessage();
        }
        return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
    }

    private void finish(JobKind kind, RunningJob job, Ending ending) {
        synchronized (this) {
            try {
                job.end(ending.state(), ending.message());
                table.forgetIdleBefore(job.run());
                table.prune(kind.name());
            } catch (RuntimeException e) {
                JobLog.LOG.error("The end of run {} could not be kept", job.run().id(), e);
            }
            running.remove(kind.name());
        }
        tell(job.run());
    }

    private void tell(JobRun run) {
        for (Consumer<JobRun> follower : followers) {
            try {
                follower.accept(run);
            } catch (RuntimeException e) {
                JobLog.LOG.debug("A follower of the jobs failed", e);
            }
        }
    }

    private record Ending(JobState state, String message) {
    }
}
