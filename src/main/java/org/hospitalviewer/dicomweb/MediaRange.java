package org.hospitalviewer.dicomweb;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One media type of an Accept header. Unlike RFC 9110 asks, parameter values with a slash may come unquoted: viewers in the
 * field send {@code type=application/octet-stream}.
 *
 * @param type       such as {@code multipart/related}, lower case
 * @param parameters lower-case names, values without quotes
 */
record MediaRange(String type, Map<String, String> parameters) {

    static final String MULTIPART = "multipart/related";

    /** All media ranges of a header, the most wanted first; an absent header accepts everything. */
    static List<MediaRange> parse(String header) {
        List<MediaRange> ranges = new ArrayList<>();
        for (String part : split(header == null || header.isBlank() ? "*/*" : header, ',')) {
            if (!part.isBlank()) {
                ranges.add(one(part));
            }
        }
        ranges.removeIf(range -> range.quality() <= 0);
        ranges.sort(Comparator.comparingDouble(MediaRange::quality).reversed());
        return ranges;
    }

    private static MediaRange one(String text) {
        List<String> parts = split(text, ';');
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String parameter : parts.subList(1, parts.size())) {
            int equals = parameter.indexOf('=');
            if (equals > 0) {
                parameters.put(parameter.substring(0, equals).strip().toLowerCase(Locale.ROOT),
                        unquoted(parameter.substring(equals + 1).strip()));
            }
        }
        return new MediaRange(parts.getFirst().strip().toLowerCase(Locale.ROOT), parameters);
    }

    private static List<String> split(String text, char separator) {
        List<String> parts = new ArrayList<>();
        boolean quoted = false;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '"') {
                quoted = !quoted;
            } else if (text.charAt(i) == separator && !quoted) {
                parts.add(text.substring(start, i));
                start = i + 1;
            }
        }
        parts.add(text.substring(start));
        return parts;
    }

    private static String unquoted(String value) {
        return value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"")
                ? value.substring(1, value.length() - 1) : value;
    }

    private double quality() {
        try {
            return Double.parseDouble(parameters.getOrDefault("q", "1"));
        } catch (NumberFormatException e) {
            return 1;
        }
    }

    boolean isMultipart() {
        return type.equals(MULTIPART);
    }

    /** Media type of the parts, or of the whole answer when it has one part. */
    String contentType() {
        return isMultipart() ? parameters.getOrDefault("type", "*/*").toLowerCase(Locale.ROOT) : type;
    }

    boolean accepts(String mediaType) {
        String wanted = contentType();
        return wanted.equals("*/*") || wanted.equals(mediaType)
                || wanted.endsWith("/*") && mediaType.startsWith(wanted.substring(0, wanted.length() - 1));
    }

    boolean isAnything() {
        return contentType().equals("*/*");
    }

    /** UID, {@code *} for any, or null when not given. */
    String transferSyntax() {
        return parameters.get("transfer-syntax");
    }
}
