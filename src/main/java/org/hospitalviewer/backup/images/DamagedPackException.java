package org.hospitalviewer.backup.images;

import java.io.IOException;

/** A pack of images, or one image in it, is not what was put there; the message says it in a sentence. */
final class DamagedPackException extends IOException {

    DamagedPackException(String sentence) {
        super(sentence);
    }

    DamagedPackException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
