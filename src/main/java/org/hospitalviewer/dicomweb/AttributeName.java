package org.hospitalviewer.dicomweb;

import org.hospitalviewer.dicom.data.Dictionary;

/**
 * An attribute as a request names it: keyword, eight hexadecimal digits, or several of them joined by dots for an
 * attribute within a sequence (PS3.18 8.3.4.1).
 *
 * @param text as given; only letters, digits and dots
 * @param tag  the attribute, or the outermost sequence
 */
record AttributeName(String text, int tag) {

    private static final int MAX_SHOWN = 64;

    /**
     * Reads a name.
     *
     * @throws WebProblem 400 when there is no such attribute
     */
    static AttributeName parse(String text) {
        String[] steps = text.split("\\.", -1);
        for (String step : steps) {
            tag(step);
        }
        return new AttributeName(text, tag(steps[0]));
    }

    boolean isNested() {
        return text.contains(".");
    }

    private static int tag(String name) {
        if (name.matches("[0-9A-Fa-f]{8}")) {
            return Integer.parseUnsignedInt(name, 16);
        }
        return Dictionary.tag(name)
                .orElseThrow(() -> WebProblem.badRequest("There is no attribute called " + printable(name) + "."));
    }

    private static String printable(String name) {
        return name.substring(0, Math.min(name.length(), MAX_SHOWN)).replaceAll("[^A-Za-z0-9]", "?");
    }
}
