package org.hospitalviewer.appliance.device;

/** An entry that cannot be taken. */
public final class InvalidDeviceException extends RuntimeException {

    private final DeviceProblem problem;

    InvalidDeviceException(DeviceProblem problem) {
        super(problem.sentence());
        this.problem = problem;
    }

    public DeviceProblem problem() {
        return problem;
    }
}
