package org.hospitalviewer.sync.target;

import java.io.IOException;

/** A target cannot do what it should; the message tells the administrator in a sentence. */
public class TargetException extends IOException {

    private final Trouble trouble;

    public TargetException(Trouble trouble, String sentence) {
        super(sentence);
        this.trouble = trouble;
    }

    public TargetException(Trouble trouble, String sentence, Throwable cause) {
        super(sentence, cause);
        this.trouble = trouble;
    }

    public Trouble trouble() {
        return trouble;
    }
}
