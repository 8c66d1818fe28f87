package org.hospitalviewer.ingest.folder;

/** A folder that cannot be imported or shown; the message is a sentence for the administrator. */
public final class InvalidFolderException extends RuntimeException {

    /** Why. */
    public enum Problem { NO_PATH, ABSENT, UNREADABLE, OWN_FOLDER, NOTHING_CHOSEN, OUT_OF_RANGE, UNDER_WAY, NOT_ORTHANC }

    private final Problem problem;

    InvalidFolderException(Problem problem, String message) {
        super(message);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
