package org.hospitalviewer.crash;

import java.time.Duration;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/** A stretch of time that makes a moment random; nothing relies on its length. */
record Pause(Duration length) {

    /** Anything up to the given length. */
    static Pause upTo(Duration longest, Random random) {
        return new Pause(Duration.ofNanos(random.nextLong(longest.toNanos())));
    }

    void pass() {
        long end = System.nanoTime() + length.toNanos();
        for (long left = length.toNanos(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
