package org.hospitalviewer.archive;

import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponse;

/** The archive cannot answer now; the message is a sentence for whoever asked. */
public final class ArchiveUnavailableException extends RuntimeException implements ErrorResponse {

    /** Kinds of absence. */
    public enum Reason {
        /** No address of it is set. */
        NOT_SET_UP(HttpStatus.SERVICE_UNAVAILABLE),
        /** Nobody answers at its address, or not in time. */
        UNREACHABLE(HttpStatus.SERVICE_UNAVAILABLE),
        /** Its certificate is not trusted, or encryption fails otherwise. */
        NOT_TRUSTED(HttpStatus.BAD_GATEWAY),
        /** It does not take the user name and password. */
        LOGIN_REFUSED(HttpStatus.BAD_GATEWAY),
        /** It answers that it failed. */
        FAILING(HttpStatus.BAD_GATEWAY),
        /** What it answers makes no sense. */
        MALFORMED(HttpStatus.BAD_GATEWAY);

        private final HttpStatus status;

        Reason(HttpStatus status) {
            this.status = status;
        }
    }

    private final Reason reason;

    public ArchiveUnavailableException(Reason reason, String sentence) {
        super(sentence);
        this.reason = reason;
    }

    public ArchiveUnavailableException(Reason reason, String sentence, Throwable cause) {
        super(sentence, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    @Override
    public HttpStatusCode getStatusCode() {
        return reason.status;
    }

    @Override
    public ProblemDetail getBody() {
        return ProblemDetail.forStatusAndDetail(reason.status, getMessage());
    }
}
