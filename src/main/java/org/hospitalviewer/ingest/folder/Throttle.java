package org.hospitalviewer.ingest.folder;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * Leaves the computer to those who sit at it: the busier other programs are, the longer it rests after each file. On a
 * computer that does nothing else it never rests.
 */
final class Throttle {

    private static final long LOOK_AFTER_NANOS = Duration.ofSeconds(1).toNanos();
    private static final long LONGEST_REST_NANOS = Duration.ofSeconds(2).toNanos();
    /** Part of the processors, from which on others count as busy. */
    private static final double BUSY = 0.25;
    /** At full load of others it rests so many times as long as it works. */
    private static final double MOST_REST = 4;

    private final OperatingSystemMXBean system;
    private volatile double restFactor;
    private volatile long lookedAt = System.nanoTime() - LOOK_AFTER_NANOS;

    Throttle() {
        this.system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    }

    /** Rests after work that took this long, if others are busy. */
    void rest(long workedNanos) {
        long now = System.nanoTime();
        if (now - lookedAt >= LOOK_AFTER_NANOS) {
            lookedAt = now;
            restFactor = restFactor(system.getCpuLoad(), system.getProcessCpuLoad());
        }
        if (restFactor > 0) {
            LockSupport.parkNanos(Math.min(LONGEST_REST_NANOS, (long) (workedNanos * restFactor)));
        }
    }

    /**
     * How long to rest, in times of the work.
     *
     * @param all of the processors' time that is used, from 0 to 1, negative when unknown
     * @param own part of it that this program uses, likewise
     */
    static double restFactor(double all, double own) {
        double others = all < 0 || own < 0 ? 0 : all - own;
        return others <= BUSY ? 0 : MOST_REST * (others - BUSY) / (1 - BUSY);
    }
}
