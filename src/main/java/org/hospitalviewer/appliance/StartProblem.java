package org.hospitalviewer.appliance;

import org.springframework.boot.context.properties.bind.BindException;

/** Why the appliance cannot start, in one sentence for the person at the keyboard. */
public sealed class StartProblem extends RuntimeException permits HomeLock.InUse {

    public StartProblem(String sentence) {
        super(sentence);
    }

    public StartProblem(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    /** The clear sentence hidden in a chain of causes, or null when there is none. */
    static StartProblem in(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StartProblem problem) {
                return problem;
            }
            if (cause instanceof BindException wrong && wrong.getProperty() != null) {
                return new StartProblem("The setting " + wrong.getName() + " cannot be '" + wrong.getProperty().getValue()
                        + "'. Correct it where it is set: " + wrong.getProperty().getOrigin() + ".", wrong);
            }
        }
        return null;
    }
}
