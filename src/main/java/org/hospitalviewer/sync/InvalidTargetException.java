package org.hospitalviewer.sync;

/** An entry that cannot be taken. */
public final class InvalidTargetException extends RuntimeException {

    private final TargetProblem problem;

    InvalidTargetException(TargetProblem problem) {
        super(problem.sentence());
        this.problem = problem;
    }

    public TargetProblem problem() {
        return problem;
    }
}
