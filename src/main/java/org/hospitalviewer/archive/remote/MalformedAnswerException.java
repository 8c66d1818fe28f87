package org.hospitalviewer.archive.remote;

import java.io.IOException;

/** The other server answers something that makes no sense, or costs more than any answer may. */
final class MalformedAnswerException extends IOException {

    MalformedAnswerException(String sentence) {
        super(sentence);
    }

    MalformedAnswerException(String sentence, Throwable cause) {
        super(sentence + (cause.getMessage() == null ? "" : ": " + cause.getMessage()), cause);
    }
}
