package org.hospitalviewer.ingest.folder;

/** What became of a file of a folder. */
public enum ImportStatus {
    IMPORTED,
    /** The archive had the same object already. */
    DUPLICATE,
    /** The archive has another object under this UID; an administrator compares and decides. */
    QUARANTINED,
    /** Damaged, or not what is kept here. */
    REFUSED,
    /** Could not be read; it is tried again. */
    FAILED,
    /** The directory of a medium, which lists files and is none of them. */
    DICOMDIR,
    /** Not imported on purpose, for the reason that stands beside. */
    LEFT_OUT,
    /** A ZIP file whose contents were taken. */
    ZIP,
    /** Lay in the folder before monitoring began, and was not to be taken. */
    EXISTING;

    /** Whether the file needs no other look until it changes. */
    boolean isSettled() {
        return switch (this) {
            case IMPORTED, DUPLICATE, QUARANTINED, REFUSED, DICOMDIR, LEFT_OUT, ZIP -> true;
            case FAILED, EXISTING -> false;
        };
    }

    /** Whether the administrator should know of it. */
    boolean isTrouble() {
        return switch (this) {
            case QUARANTINED, REFUSED, FAILED -> true;
            case IMPORTED, DUPLICATE, DICOMDIR, LEFT_OUT, ZIP, EXISTING -> false;
        };
    }
}
