package org.hospitalviewer.archive;

import java.io.IOException;
import org.hospitalviewer.appliance.job.JobProgress;

/** Care for an archive that keeps its own files and an index of them. */
public interface Upkeep {

    /** How much there is. May take seconds with millions of objects. */
    Size size();

    /**
     * What the archive holds.
     *
     * @param bytes       length of all data sets
     * @param quarantined objects that clash with stored ones and wait for a decision
     */
    record Size(long series, long bytes, long quarantined) {
    }

    /** What came when, and from where. May take seconds with millions of objects. */
    ArchiveStatistics statistics();

    /**
     * Makes the index anew from the files. Searches are answered from the old one until the new one takes its place;
     * objects are taken in meanwhile. Goes on where an interrupted run was.
     *
     * @return what came of it, in a sentence
     */
    String rebuildIndex(JobProgress progress) throws IOException;

    /**
     * Reads every indexed file and compares it with what the index says of it; each damaged or missing one is a finding
     * of the job. Goes on where an interrupted run was.
     *
     * @return what came of it, in a sentence
     */
    String checkFiles(JobProgress progress, Pace pace) throws IOException;

    /** How much of the disk a check takes for itself. */
    enum Pace {
        /** Rests as long as it reads: scanners and readers come first. */
        GENTLE,
        /** Nobody else is there. */
        FULL
    }
}
