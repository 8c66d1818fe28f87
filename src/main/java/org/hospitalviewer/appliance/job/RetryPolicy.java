package org.hospitalviewer.appliance.job;

import java.time.Duration;
import java.util.Optional;

/**
 * When a failed run is tried again: after a pause that doubles each time.
 *
 * @param attempts how often it is tried in all
 * @param first    pause after the first failure
 * @param longest  bound of the pause
 */
public record RetryPolicy(int attempts, Duration first, Duration longest) {

    public static final RetryPolicy NEVER = new RetryPolicy(1, Duration.ZERO, Duration.ZERO);

    private static final int MAX_DOUBLINGS = 20;

    /**
     * The pause before the next attempt.
     *
     * @param attempt the one that failed, from 1
     * @return empty when it was the last one
     */
    public Optional<Duration> pauseAfter(int attempt) {
        if (attempt >= attempts) {
            return Optional.empty();
        }
        Duration pause = first.multipliedBy(1L << Math.clamp(attempt - 1, 0, MAX_DOUBLINGS));
        return Optional.of(pause.compareTo(longest) < 0 ? pause : longest);
    }
}
