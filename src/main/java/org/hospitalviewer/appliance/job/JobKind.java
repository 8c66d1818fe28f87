package org.hospitalviewer.appliance.job;

import java.util.Optional;

/** One sort of long work. A bean of this type is all that is needed to have it run, shown, logged and scheduled. */
public interface JobKind {

    /** Name in addresses, tables and log files: lower-case letters and dashes, at most 40. */
    String name();

    /**
     * Does the work on a thread of its own. Calls {@link JobProgress#checkpoint()} often.
     *
     * @return what came of it, in a sentence for the administrator
     * @throws Exception why it failed; its message is shown to the administrator
     */
    String run(JobProgress progress) throws Exception;

    /**
     * Whether a run that the end of the program cut off goes on at the next start, from what it saved or from its
     * beginning.
     */
    default boolean resumes() {
        return false;
    }

    default RetryPolicy retry() {
        return RetryPolicy.NEVER;
    }

    /** The schedule it has until the administrator chooses another. */
    default Optional<Schedule> initialSchedule() {
        return Optional.empty();
    }
}
