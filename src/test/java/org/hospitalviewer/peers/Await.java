package org.hospitalviewer.peers;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/** Waits for a condition outside of this process. */
public final class Await {
    private static final Duration STEP = Duration.ofMillis(50);

    private Await() {
    }

    /**
     * Returns once the condition holds; an exception of it counts as not yet.
     *
     * @throws AssertionError when it does not hold in time
     */
    public static void until(String what, Duration patience, Callable<Boolean> condition) {
        long end = System.nanoTime() + patience.toNanos();
        Exception last = null;
        while (System.nanoTime() < end) {
            try {
                if (condition.call()) {
                    return;
                }
            } catch (Exception notYet) {
                last = notYet;
            }
            LockSupport.parkNanos(STEP.toNanos());
        }
        throw new AssertionError("Not within " + patience + ": " + what, last);
    }
}
