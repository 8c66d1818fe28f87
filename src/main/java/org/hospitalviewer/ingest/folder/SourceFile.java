package org.hospitalviewer.ingest.folder;

import java.nio.file.Path;

/**
 * A file that a walk found.
 *
 * @param size           bytes
 * @param modifiedMillis time of its last change, milliseconds since 1970
 */
record SourceFile(Path file, long size, long modifiedMillis, NameSort sort) {

    private static final char UNREADABLE_LETTER = '\uFFFD';

    /** As people read it. */
    String path() {
        return file.toString();
    }

    /** By which the history knows it; names that are not text are told apart by their bytes. */
    PathKey key() {
        String path = path();
        return PathKey.of(path.indexOf(UNREADABLE_LETTER) < 0 ? path : file.toUri().toString());
    }

    /** A file within a ZIP file; it counts as changed when the ZIP file is. */
    TakenFile entryTaken(String name, ImportStatus status, String sopInstanceUid, String reason) {
        return new TakenFile(entryKey(name), entryPath(name), size, modifiedMillis, status, sopInstanceUid, reason);
    }

    PathKey entryKey(String name) {
        return PathKey.of(key().text() + '!' + name);
    }

    String entryPath(String name) {
        return path() + " > " + name;
    }

    TakenFile taken(ImportStatus status, String sopInstanceUid, String reason) {
        return new TakenFile(key(), path(), size, modifiedMillis, status, sopInstanceUid, reason);
    }
}
