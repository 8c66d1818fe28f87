package org.hospitalviewer.sync;

import java.time.Duration;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/** Bounds the speed of all connections of a target together. */
final class SpeedLimit {

    private static final int BYTES_PER_KILOBYTE = 1_000;
    private static final long NANOS_PER_SECOND = Duration.ofSeconds(1).toNanos();
    /** What may be caught up after a pause. */
    private static final long BURST_NANOS = NANOS_PER_SECOND / 4;

    private final double nanosPerByte;
    private final LongSupplier clock;
    private final LongConsumer sleep;
    private long next;

    /** @param kilobytesPerSecond null for no bound */
    SpeedLimit(Integer kilobytesPerSecond) {
        this(kilobytesPerSecond, System::nanoTime, java.util.concurrent.locks.LockSupport::parkNanos);
    }

    SpeedLimit(Integer kilobytesPerSecond, LongSupplier clock, LongConsumer sleep) {
        this.nanosPerByte = kilobytesPerSecond == null ? 0
                : (double) NANOS_PER_SECOND / BYTES_PER_KILOBYTE / kilobytesPerSecond;
        this.clock = clock;
        this.sleep = sleep;
        this.next = clock.getAsLong();
    }

    /** Returns when so many more bytes may go. */
    void pass(int bytes) {
        if (nanosPerByte == 0) {
            return;
        }
        long until = reserve(bytes);
        for (long left = until - clock.getAsLong(); left > 0; left = until - clock.getAsLong()) {
            sleep.accept(left);
        }
    }

    private synchronized long reserve(int bytes) {
        long earliest = Math.max(next, clock.getAsLong() - BURST_NANOS);
        next = earliest + (long) (bytes * nanosPerByte);
        return earliest;
    }
}
