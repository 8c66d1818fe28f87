package org.hospitalviewer.dicom.net.upperlayer;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Ends writes to a peer that no longer reads. A blocking socket has no time-out for writing, so a watch looks after the
 * connection a few times per limit and closes it when one write lasts too long.
 */
final class WriteWatch implements AutoCloseable {
    private static final long IDLE = 0;
    private static final int LOOKS_PER_LIMIT = 4;
    private static final ScheduledThreadPoolExecutor WATCH = watch();

    private final long limitNanos;
    private final Runnable onOverdue;
    private final ScheduledFuture<?> looks;
    private volatile long writingSince = IDLE;

    WriteWatch(Duration limit, Runnable onOverdue) {
        this.limitNanos = limit.toNanos();
        this.onOverdue = onOverdue;
        long period = Math.max(1, limitNanos / LOOKS_PER_LIMIT);
        this.looks = WATCH.scheduleWithFixedDelay(this::look, period, period, TimeUnit.NANOSECONDS);
    }

    void started() {
        writingSince = System.nanoTime() | 1; // never the mark for idle
    }

    void ended() {
        writingSince = IDLE;
    }

    private void look() {
        long since = writingSince;
        if (since != IDLE && System.nanoTime() - since > limitNanos) {
            onOverdue.run();
        }
    }

    @Override
    public void close() {
        looks.cancel(false);
    }

    private static ScheduledThreadPoolExecutor watch() {
        ScheduledThreadPoolExecutor watch = new ScheduledThreadPoolExecutor(1,
                Thread.ofPlatform().daemon().name("dicom-write-watch").factory());
        watch.setRemoveOnCancelPolicy(true);
        return watch;
    }
}
