package org.hospitalviewer.appliance.job;

import java.util.Optional;

/** What a running job tells and is told. For the thread of the job only. */
public interface JobProgress {

    /** How many things there are to do; 0 while that is unknown. */
    void total(long things);

    /** What of the work is done already, for a run that goes on. */
    void resumeAt(long things, long bytes);

    /**
     * One more thing is done.
     *
     * @param thing its name, such as a relative path
     * @param bytes its size
     */
    void advance(String thing, long bytes);

    /** What is going on, in a sentence. */
    void note(String sentence);

    /**
     * Something is wrong with a thing. The first of them are kept with the run, all of them in the log.
     *
     * @param subject such as a relative path; at most one finding is kept of each
     */
    void finding(String subject, String what);

    /** Number of findings so far. */
    long findings();

    /** What an earlier, interrupted part of this run saved. */
    Optional<String> savedState();

    /**
     * Keeps how far the run is, durably. Everything counted so far belongs to it.
     *
     * @param json of the job kind's own making
     */
    void save(String json);

    /**
     * Returns while the job may go on.
     *
     * @throws JobStoppedException when it was cancelled or the program ends; the kind tidies up and lets it pass
     */
    void checkpoint();
}
