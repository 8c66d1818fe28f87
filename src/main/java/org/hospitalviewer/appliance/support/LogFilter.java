package org.hospitalviewer.appliance.support;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Makes a line of a log fit to be given away: what is not known to be harmless becomes "…". A name that nobody foresaw,
 * in a path or in the message of an exception, has no way through.
 *
 * @param words   that the program writes, as it writes them
 * @param known   parts of names and numbers of patients, in lower case; they never pass
 * @param numbers whether short numbers pass
 */
record LogFilter(Set<String> words, Set<String> known, boolean numbers) {

    private static final int LONGEST_LINE = 2_000;
    private static final String LEFT_OUT = "…";
    private static final String LEVEL = "(TRACE|DEBUG|INFO|WARN|ERROR)\\s+";
    private static final String DAY = "\\d{4}-\\d\\d-\\d\\d";
    /** Of viewer.log, the logs of jobs and that of the database; what stays, and then the text. */
    private static final List<Pattern> STARTS = List.of(
            Pattern.compile("(?<time>" + DAY + "T[\\d:.]{8,12}(?:Z|[+-]\\d\\d:\\d\\d))\\s+" + LEVEL
                    + "\\d+ --- \\[[^]]{0,200}] \\[[^]]{0,200}] (?<place>\\S+)\\s*: (?<text>.*)"),
            Pattern.compile("(?<time>" + DAY + " \\d\\d:\\d\\d:\\d\\d) " + LEVEL + "(?<place>)(?<text>.*)"),
            Pattern.compile("(?<time>" + DAY + "\\s+\\d{1,2}:\\d\\d:\\d\\d) \\d+ \\[(Note|Warning|ERROR)] (?<place>)(?<text>.*)"));
    private static final String PACKAGES = "(?:org\\.(?:hospitalviewer|springframework|apache|mariadb|flywaydb|slf4j|atmosphere)"
            + "|java|javax|jdk|sun|com\\.(?:sun|vaadin|zaxxer|google)|jakarta|tools\\.jackson|ch\\.qos)";
    private static final Pattern FRAME = Pattern.compile("\\s+at (?:[\\w.@/-]{0,60}/)?(" + PACKAGES
            + "\\.[\\w.$<>]{1,200}\\((?:[\\w$]{1,80}\\.java(?::\\d{1,5})?|Native Method|Unknown Source|<generated>)\\)).*");
    private static final Pattern LOGGER = Pattern.compile("[a-z][\\w$]*(?:\\.[\\w$]+)+");
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final String OPENING = "([{\"'<`";
    private static final String CLOSING = ".,:;!?)]}\"'>`";
    private static final Pattern MARK = Pattern.compile("[-=<>+*]{0,3}");
    private static final Pattern FAULT = Pattern.compile("(?:" + PACKAGES + "(?:\\.[\\w$]+)*\\.)?[A-Z]\\w{0,60}(?:Exception|Error)");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,3}(?:\\.\\d{1,3})?(?:ms|s|%|[kMG]i?B)?");
    private static final Pattern MEASURED = Pattern.compile("\\d{1,9}");
    private static final Pattern UNIT = Pattern.compile("(?:ms|bytes|files|images|objects|studies|rows|seconds|[kMG]i?B)\\b.*");
    /** A status of DIMSE (PS3.7 Annex C), or a UID that DICOM itself gave out (PS3.6 Annex A). */
    private static final Pattern STANDARD = Pattern.compile("[0-9A-F]{4}H|1\\.2\\.840\\.10008(?:\\.\\d{1,4}){1,8}");

    /** The line without what might say something about a person. */
    String line(String line) {
        String cut = line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) : line;
        Matcher frame = FRAME.matcher(cut);
        if (frame.matches()) {
            return "\tat " + frame.group(1);
        }
        for (Pattern start : STARTS) {
            Matcher found = start.matcher(cut);
            if (found.matches()) {
                String place = found.group("place");
                boolean told = LOGGER.matcher(place).matches();
                return found.group("time") + " " + found.group(2) + (told ? " " + place : "") + " " + text(found.group("text"));
            }
        }
        return (cut.startsWith("\t") ? "\t" : "") + text(cut);
    }

    /** A sentence in which only harmless words are left. */
    String text(String text) {
        String[] tokens = SPACE.split(text.strip());
        List<String> kept = new ArrayList<>();
        for (int at = 0; at < tokens.length; at++) {
            String next = at + 1 < tokens.length ? tokens[at + 1] : "";
            if (passes(tokens[at], next)) {
                kept.add(tokens[at]);
            } else if (kept.isEmpty() || !kept.getLast().equals(LEFT_OUT)) {
                kept.add(LEFT_OUT);
            }
        }
        return String.join(" ", kept);
    }

    private boolean passes(String token, String next) {
        String core = core(token);
        if (isKnown(core)) {
            return false;
        }
        return MARK.matcher(core).matches() || words.contains(core) || FAULT.matcher(core).matches()
                || STANDARD.matcher(core).matches() || numbers && isNumber(core, next);
    }

    /** Without the punctuation around it. */
    private static String core(String token) {
        int start = 0;
        int end = token.length();
        while (start < end && OPENING.indexOf(token.charAt(start)) >= 0) {
            start++;
        }
        while (end > start && CLOSING.indexOf(token.charAt(end - 1)) >= 0) {
            end--;
        }
        return token.substring(start, end);
    }

    private static boolean isNumber(String core, String next) {
        return NUMBER.matcher(core).matches() || MEASURED.matcher(core).matches() && UNIT.matcher(next).matches();
    }

    private boolean isKnown(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return known.contains(lower) || Stream.of(lower.split("[^\\p{L}\\p{N}]+")).anyMatch(known::contains);
    }
}
