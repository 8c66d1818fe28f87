package org.hospitalviewer.clinical.note;

import java.time.Instant;
import org.hospitalviewer.clinical.report.Person;

/**
 * A note as it is kept.
 *
 * @param seriesInstanceUid null where it belongs to the whole study
 * @param sopInstanceUid    null where it belongs to the whole study or series
 * @param version           counts the changes, from 1
 */
public record Note(long id, String studyInstanceUid, String seriesInstanceUid, String sopInstanceUid,
                   NoteCategory category, String text, int version, Person createdBy, Person modifiedBy,
                   Instant createdAt, Instant updatedAt) {
}
