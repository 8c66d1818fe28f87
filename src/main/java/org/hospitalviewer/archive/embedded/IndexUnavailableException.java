package org.hospitalviewer.archive.embedded;

import org.springframework.dao.TransientDataAccessResourceException;

/** The index cannot answer now; the files are safe. */
final class IndexUnavailableException extends TransientDataAccessResourceException {

    IndexUnavailableException(String message) {
        super(message);
    }
}
