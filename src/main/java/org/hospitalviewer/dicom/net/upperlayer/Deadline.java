package org.hospitalviewer.dicom.net.upperlayer;

import java.time.Duration;

/**
 * A moment until which somebody waits.
 *
 * @param nanoTime in terms of {@link System#nanoTime()}
 */
record Deadline(long nanoTime) {
    private static final long NANOS_PER_MILLI = 1_000_000;

    static Deadline in(Duration duration) {
        return new Deadline(System.nanoTime() + duration.toNanos());
    }

    boolean hasPassed() {
        return System.nanoTime() - nanoTime >= 0;
    }

    /** Milliseconds left, rounded up and at least 1, because 0 means endless to a socket. */
    int remainingMillis() {
        long nanos = Math.max(1, nanoTime - System.nanoTime());
        return (int) Math.min(Integer.MAX_VALUE, (nanos + NANOS_PER_MILLI - 1) / NANOS_PER_MILLI);
    }
}
