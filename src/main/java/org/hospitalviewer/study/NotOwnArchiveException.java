package org.hospitalviewer.study;

import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/** Something that only an archive with files of its own can do. */
public final class NotOwnArchiveException extends ErrorResponseException {

    NotOwnArchiveException(String what) {
        super(HttpStatus.CONFLICT);
        setDetail("The images are in another archive, which this appliance only shows: it has no " + what + " here.");
    }
}
