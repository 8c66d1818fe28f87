package org.hospitalviewer.clinical.report;

import java.util.regex.Pattern;

/** Text as people type and paste it, made fit to be kept and printed; no word of it is dropped. */
public final class PlainText {

    private static final Pattern LINE_END = Pattern.compile("\r\n|[\r\u000B\f\u0085\u2028\u2029]");
    /** What no screen and no paper shows, which word processors leave behind. */
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\n\t]]");
    private static final Pattern HALF_CHARACTER = Pattern.compile("[\\ud800-\\udfff]");
    private static final String REPLACEMENT = "\ufffd";

    private PlainText() {
    }

    /** Several lines, divided by line feeds; empty for null. */
    public static String lines(String text) {
        if (text == null) {
            return "";
        }
        String divided = LINE_END.matcher(text).replaceAll("\n");
        return HALF_CHARACTER.matcher(CONTROL.matcher(divided).replaceAll("")).replaceAll(REPLACEMENT);
    }

    /** One line without space around it; empty for null. */
    public static String line(String text) {
        return lines(text).replaceAll("[\n\t]+", " ").strip();
    }
}
