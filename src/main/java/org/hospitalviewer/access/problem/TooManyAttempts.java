package org.hospitalviewer.access.problem;

import java.time.Duration;
import org.springframework.security.authentication.LockedException;

/** A login that is not even tried because too many failed before it. */
public final class TooManyAttempts extends LockedException {

    private final transient Duration wait;

    /**
     * Refuses for a time.
     *
     * @param wait how long
     */
    public TooManyAttempts(Duration wait) {
        super("Too many failed logins");
        this.wait = wait;
    }

    /** Whole seconds to wait, at least one. */
    public long seconds() {
        return Math.max(1, wait.plusMillis(999).toSeconds());
    }
}
