package org.hospitalviewer.access.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.hospitalviewer.language.ReaderLanguage;
import org.hospitalviewer.language.Sentences;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.util.DisconnectedClientHelper;

/** Failures of REST and DICOMweb methods as problem details; causes are logged and never sent. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class RequestErrors {

    private static final Logger LOG = LoggerFactory.getLogger(RequestErrors.class);

    private final ObjectProvider<ReaderLanguage> reader;

    /** @param reader absent where there are no pages */
    RequestErrors(ObjectProvider<ReaderLanguage> reader) {
        this.reader = reader;
    }

    /**
     * Answers a failure. What has begun cannot become an error any more: there the exception goes on, and the server
     * breaks the connection, so that no client takes the part for the whole.
     */
    @ExceptionHandler
    void failed(Exception failure, HttpServletRequest request, HttpServletResponse response) throws Exception {
        if (failure instanceof AuthenticationException || failure instanceof AccessDeniedException) {
            throw failure; // answered by the security filters
        }
        if (DisconnectedClientHelper.isClientDisconnectedException(failure)) {
            LOG.debug("The client left during {}", request.getRequestURI());
            return;
        }
        log(failure, request);
        if (response.isCommitted()) {
            throw failure;
        }
        response.reset();
        answer(failure, request, response);
    }

    /** What says of itself why it cannot be answered needs no trace. */
    private static void log(Exception failure, HttpServletRequest request) {
        if (failure instanceof ErrorResponse && !isClientsFault(failure)) {
            LOG.warn("{} {} failed: {}", request.getMethod(), request.getRequestURI(), failure.getMessage());
        } else if (!isClientsFault(failure)) {
            LOG.error("{} {} failed", request.getMethod(), request.getRequestURI(), failure);
        }
    }

    /** Parameters that cannot be decoded, hold control characters or are of another type; bodies that make no sense. */
    private static boolean isClientsFault(Exception failure) {
        return switch (failure) {
            case ErrorResponse error -> error.getStatusCode().is4xxClientError();
            case InvalidParameterException _, RequestRejectedException _, TypeMismatchException _,
                 HttpMessageNotReadableException _ -> true;
            default -> false;
        };
    }

    private void answer(Exception failure, HttpServletRequest request, HttpServletResponse response) throws Exception {
        switch (failure) {
            case ErrorResponse error -> {
                error.getHeaders().forEach((name, values) ->
                        values.forEach(value -> response.addHeader(name, value)));
                String detail = error.getBody().getDetail();
                ProblemWriter.write(response, error.getStatusCode(),
                        detail == null ? "" : Sentences.in(language(error.getStatusCode(), request), detail));
            }
            case DataAccessException _ -> ProblemWriter.write(request, response, HttpStatus.SERVICE_UNAVAILABLE,
                    "The database does not answer now. Try again in a moment.");
            default -> {
                HttpStatus status = isClientsFault(failure) ? HttpStatus.BAD_REQUEST : HttpStatus.INTERNAL_SERVER_ERROR;
                ProblemWriter.write(request, response, status, ErrorDispatch.sentence(status));
            }
        }
    }

    /** What a user chose is in the database, which may be what is in trouble. */
    private Locale language(HttpStatusCode status, HttpServletRequest request) {
        ReaderLanguage known = status.is5xxServerError() ? null : reader.getIfAvailable();
        return known == null ? ReaderLanguage.ofHeader(request) : known.ofAnswer(request);
    }
}
