package org.hospitalviewer.dicom.net;

/**
 * How the peer answered a request.
 *
 * @param status       meaning of the code
 * @param code         Status (0000,0900) exactly as it came
 * @param errorComment Error Comment (0000,0902), empty when there is none
 */
public record DimseResponse(Status status, int code, String errorComment) {

    /** Success or success with a warning: the peer did what it was asked. */
    public boolean isDone() {
        return status.kind() == Status.Kind.SUCCESS || status.kind() == Status.Kind.WARNING;
    }

    @Override
    public String toString() {
        String text = "%s (%04XH)".formatted(status, code);
        return errorComment.isEmpty() ? text : text + ": " + errorComment;
    }
}
