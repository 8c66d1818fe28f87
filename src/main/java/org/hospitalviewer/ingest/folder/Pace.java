package org.hospitalviewer.ingest.folder;

import java.time.Duration;

/** How fast an import goes now: over the last ten to twenty seconds, since what is skipped goes faster than the rest. */
final class Pace {

    private static final long WINDOW_NANOS = Duration.ofSeconds(10).toNanos();
    private static final double NANOS = 1e9;

    private final long begin;
    private long fromNanos;
    private long fromDone;
    private long nextNanos;
    private long nextDone;
    private long lastDone;

    /** @param now in the time of {@link System#nanoTime()} */
    Pace(long now) {
        begin = now;
        fromNanos = now;
        nextNanos = now;
    }

    synchronized void mark(long done, long now) {
        lastDone = done;
        if (now - nextNanos >= WINDOW_NANOS) {
            fromNanos = nextNanos;
            fromDone = nextDone;
            nextNanos = now;
            nextDone = done;
        }
    }

    synchronized double perSecond(long now) {
        return now <= fromNanos ? 0 : (lastDone - fromDone) * NANOS / (now - fromNanos);
    }

    Duration elapsed(long now) {
        return Duration.ofNanos(now - begin);
    }
}
