package org.hospitalviewer.clinical.template;

/** A template or text block that cannot be kept; the message is a sentence for people. */
public final class InvalidTemplateException extends RuntimeException {

    InvalidTemplateException(String sentence) {
        super(sentence);
    }
}
