package org.hospitalviewer.backup;

import org.hospitalviewer.backup.drive.GoogleClient;

/** Something is wrong with the client ID or secret of the administrator. */
public final class InvalidGoogleClientException extends RuntimeException {

    private final GoogleClient.Problem problem;

    InvalidGoogleClientException(GoogleClient.Problem problem) {
        super(problem.sentence());
        this.problem = problem;
    }

    public GoogleClient.Problem problem() {
        return problem;
    }
}
