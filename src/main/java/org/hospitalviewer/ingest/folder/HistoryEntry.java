package org.hospitalviewer.ingest.folder;

import java.time.Instant;

/**
 * A file of a folder and what became of it the last time.
 *
 * @param jobId          of the import that took it; null: monitoring
 * @param path           of a file in a ZIP file: that one's, and the name within it
 * @param size           bytes, of the ZIP file for what lies in one
 * @param sopInstanceUid empty where none could be read
 * @param reason         empty for what was taken
 */
public record HistoryEntry(long id, Long jobId, String path, long size, Instant modified, ImportStatus status,
                           String sopInstanceUid, String reason, Instant takenAt) {
}
