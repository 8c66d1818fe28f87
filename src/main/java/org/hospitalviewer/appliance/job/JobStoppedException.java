package org.hospitalviewer.appliance.job;

/** The job shall not go on: somebody cancelled it, or the program ends. */
public final class JobStoppedException extends RuntimeException {

    private final boolean cancelled;

    JobStoppedException(boolean cancelled) {
        super("Stopped");
        this.cancelled = cancelled;
    }

    /** Whether the run is over for good; else it may go on at the next start. */
    public boolean isCancelled() {
        return cancelled;
    }
}
