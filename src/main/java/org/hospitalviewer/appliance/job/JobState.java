package org.hospitalviewer.appliance.job;

/** Where a run is in its life. */
public enum JobState {
    /** Waits for its thread, for its next attempt after a failure, or for the next start of the program. */
    QUEUED,
    RUNNING,
    SUCCEEDED,
    FAILED,
    CANCELLED,
    /** The program ended meanwhile, and the kind cannot go on where it was. */
    INTERRUPTED;

    public boolean isOver() {
        return switch (this) {
            case QUEUED, RUNNING -> false;
            case SUCCEEDED, FAILED, CANCELLED, INTERRUPTED -> true;
        };
    }
}
