package org.hospitalviewer.ingest.folder;

/**
 * What became of a file, for the history.
 *
 * @param path           as people read it
 * @param size           bytes
 * @param modifiedMillis time of its last change, milliseconds since 1970
 * @param sopInstanceUid empty where none could be read
 * @param reason         empty for what was taken
 */
record TakenFile(PathKey key, String path, long size, long modifiedMillis, ImportStatus status, String sopInstanceUid,
                 String reason) {
}
