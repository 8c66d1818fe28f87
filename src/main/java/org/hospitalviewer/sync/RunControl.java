package org.hospitalviewer.sync;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.hospitalviewer.appliance.job.JobProgress;

/** Between the thread of the job, which alone may speak with the job service, and those that move files. */
final class RunControl {

    /** Somebody wants the run to end, or has changed its target. */
    static final class StoppedException extends RuntimeException {
        StoppedException() {
            super("stopped", null, false, false);
        }
    }

    private static final int MOST_WAITING = 1_000;

    private final BlockingQueue<Consumer<JobProgress>> news = new LinkedBlockingQueue<>(MOST_WAITING);
    private volatile boolean stopped;

    void stop() {
        stopped = true;
    }

    /** Returns while the run may go on. */
    void check() {
        if (stopped) {
            throw new StoppedException();
        }
    }

    /** Waits, but not when the run is to end. */
    void pause(Duration pause) {
        long end = System.nanoTime() + pause.toNanos();
        while (System.nanoTime() < end) {
            check();
            java.util.concurrent.locks.LockSupport.parkNanos(Math.min(end - System.nanoTime(),
                    TimeUnit.MILLISECONDS.toNanos(100)));
        }
    }

    /** Tells the job; waits when it hears too much. */
    void tell(Consumer<JobProgress> what) {
        try {
            while (!news.offer(what, 100, TimeUnit.MILLISECONDS)) {
                check();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoppedException();
        }
    }

    /** For the thread of the job: passes on what was told, for a moment at most. */
    void listen(JobProgress progress, Duration moment) throws InterruptedException {
        Consumer<JobProgress> first = news.poll(moment.toMillis(), TimeUnit.MILLISECONDS);
        for (Consumer<JobProgress> one = first; one != null; one = news.poll()) {
            one.accept(progress);
        }
    }
}
