package org.hospitalviewer.ingest.upload;

import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/** Why something cannot be brought now or at all, in a sentence for the one who brings it. */
final class UploadProblem extends ErrorResponseException {

    private UploadProblem(HttpStatus status, String sentence) {
        super(status);
        setDetail(sentence);
    }

    static UploadProblem nonsense(String sentence) {
        return new UploadProblem(HttpStatus.BAD_REQUEST, sentence);
    }

    static UploadProblem absent() {
        return new UploadProblem(HttpStatus.NOT_FOUND, "There is no such upload. It may have been removed after a day.");
    }

    static UploadProblem conflict(String sentence) {
        return new UploadProblem(HttpStatus.CONFLICT, sentence);
    }

    static UploadProblem tooLarge(String sentence) {
        return new UploadProblem(HttpStatus.CONTENT_TOO_LARGE, sentence);
    }

    /** The same request may succeed in a while. */
    static UploadProblem later(String sentence) {
        return new UploadProblem(HttpStatus.SERVICE_UNAVAILABLE, sentence);
    }

    static UploadProblem noRoom(String sentence) {
        return new UploadProblem(HttpStatus.INSUFFICIENT_STORAGE, sentence);
    }
}
