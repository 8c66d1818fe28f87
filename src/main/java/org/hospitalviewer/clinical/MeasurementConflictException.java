package org.hospitalviewer.clinical;

/** Somebody else was faster, or there are too many; the message is a sentence for people. */
final class MeasurementConflictException extends RuntimeException {

    MeasurementConflictException(String sentence) {
        super(sentence);
    }
}
