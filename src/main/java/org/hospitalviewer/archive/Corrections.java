package org.hospitalviewer.archive;

import java.io.IOException;
import java.time.Instant;
import org.hospitalviewer.appliance.job.JobProgress;

/**
 * Correction of the patient and study data of whole studies. Each object gets a new file that tells what it said before
 * (Original Attributes, PS3.3 C.12.1.1.9); the file of before is kept beside it.
 */
public interface Corrections {

    /**
     * Gives all objects of a study these values. Objects that have them already stay as they are, so that it can be done
     * again after it was cut off, or after more objects arrived.
     *
     * @return what came of it, in a sentence
     */
    String correct(String studyInstanceUid, CorrectedValues values, JobProgress progress) throws IOException;

    /**
     * Puts the files back that the objects had before they were corrected. Can be done again after it was cut off.
     *
     * @param since only corrections made at this time or later are undone
     * @return what came of it, in a sentence
     */
    String undo(String studyInstanceUid, Instant since, JobProgress progress) throws IOException;
}
