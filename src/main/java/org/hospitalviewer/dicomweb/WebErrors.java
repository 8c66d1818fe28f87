package org.hospitalviewer.dicomweb;

import org.hospitalviewer.dicom.io.DicomFormatException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Failures of the archive as problem details; the cause is logged and never sent. */
@RestControllerAdvice(basePackageClasses = WebErrors.class)
class WebErrors {

    private static final Logger LOG = LoggerFactory.getLogger(WebErrors.class);

    @ExceptionHandler
    ProblemDetail unavailable(DataAccessException failure) {
        LOG.error("The archive's index does not answer", failure);
        return ProblemDetail.forStatusAndDetail(HttpStatus.SERVICE_UNAVAILABLE,
                "The archive cannot answer now. Try again in a moment.");
    }

    @ExceptionHandler({UnreadableInstance.class, DicomFormatException.class})
    ProblemDetail unreadable(Exception failure) {
        LOG.error("A stored file cannot be read", failure);
        return ProblemDetail.forStatusAndDetail(HttpStatus.INTERNAL_SERVER_ERROR,
                "A stored file cannot be read. The administrator finds the reason in the log.");
    }
}
