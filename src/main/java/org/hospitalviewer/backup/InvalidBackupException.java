package org.hospitalviewer.backup;

/** Something is wrong with an entry of the administrator. */
public final class InvalidBackupException extends RuntimeException {

    private final BackupConfiguration.Problem problem;

    InvalidBackupException(BackupConfiguration.Problem problem) {
        super(problem.sentence());
        this.problem = problem;
    }

    public BackupConfiguration.Problem problem() {
        return problem;
    }
}
