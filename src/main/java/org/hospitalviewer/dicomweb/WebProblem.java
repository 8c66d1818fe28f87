package org.hospitalviewer.dicomweb;

import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/** A request that cannot be answered, with the status and a sentence for the client (RFC 9457). */
final class WebProblem extends ErrorResponseException {

    private WebProblem(HttpStatus status, String detail) {
        super(status);
        setDetail(detail);
    }

    static WebProblem badRequest(String detail) {
        return new WebProblem(HttpStatus.BAD_REQUEST, detail);
    }

    static WebProblem notFound(String detail) {
        return new WebProblem(HttpStatus.NOT_FOUND, detail);
    }

    static WebProblem notAcceptable(String detail) {
        return new WebProblem(HttpStatus.NOT_ACCEPTABLE, detail);
    }

    static WebProblem unsupportedMediaType(String detail) {
        return new WebProblem(HttpStatus.UNSUPPORTED_MEDIA_TYPE, detail);
    }

    static WebProblem unavailable(String detail) {
        return new WebProblem(HttpStatus.SERVICE_UNAVAILABLE, detail);
    }

    static WebProblem tooLarge(String detail) {
        return new WebProblem(HttpStatus.CONTENT_TOO_LARGE, detail);
    }
}
