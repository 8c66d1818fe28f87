package org.hospitalviewer.sync;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Pauses between attempts: doubled each time, and never the same for two that failed together. */
record BackOff(Duration first, Duration longest) {

    /** Between attempts at one file, while somebody waits. */
    static final BackOff SHORT = new BackOff(Duration.ofMillis(500), Duration.ofSeconds(20));
    /** Between runs of a target that fails. */
    static final BackOff LONG = new BackOff(Duration.ofMinutes(2), Duration.ofMinutes(30));
    private static final int MAX_DOUBLINGS = 20;
    private static final double LEAST = 0.5;

    /** @param failures in a row, from 1 */
    Duration pause(int failures) {
        Duration full = full(failures);
        return Duration.ofNanos((long) (full.toNanos() * ThreadLocalRandom.current().nextDouble(LEAST, 1)));
    }

    Duration full(int failures) {
        Duration pause = first.multipliedBy(1L << Math.clamp(failures - 1, 0, MAX_DOUBLINGS));
        return pause.compareTo(longest) < 0 ? pause : longest;
    }
}
