package org.hospitalviewer.archive;

import java.time.Instant;

/**
 * What was deleted at one time.
 *
 * @param id          names it in addresses and folders
 * @param patientName Patient's Name (0010,0010) as in the study
 * @param studyDate   YYYYMMDD, as in the study
 * @param modalities  separated by spaces
 * @param instances   number of objects
 * @param bytes       of all files
 */
public record TrashEntry(String id, Kind kind, Instant deletedAt, String deletedBy, String studyInstanceUid,
                         String patientName, String patientId, String studyDate, String studyDescription,
                         String modalities, int instances, long bytes) {

    /** What was deleted. */
    public enum Kind {
        /** A whole study. */
        STUDY,
        /** An object that was refused in favour of another one of the same SOP Instance UID. */
        OBJECT
    }
}
