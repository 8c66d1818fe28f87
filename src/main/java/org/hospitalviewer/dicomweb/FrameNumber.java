package org.hospitalviewer.dicomweb;

/** Number of a frame in an address of a picture, which shows one frame. */
final class FrameNumber {

    private FrameNumber() {
    }

    /** The number, at least 1; anything else is answered with 400, and 0 with 404. */
    static int of(String text) {
        if (!text.matches("\\d{1,9}")) {
            throw WebProblem.badRequest("One frame at a time is rendered, given by its number.");
        }
        int number = Integer.parseInt(text);
        if (number == 0) {
            throw WebProblem.notFound("Frames are counted from 1.");
        }
        return number;
    }
}
