package org.hospitalviewer.dicomweb;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One media type of an Accept header. More is understood than RFC 9110 allows, because viewers in the field send it:
 * values with a slash without quotes ({@code type=application/octet-stream}), and the transfer syntax inside the quoted
 * type ({@code type="application/octet-stream; transfer-syntax=*"}).
 *
 * @param type       such as {@code multipart/related}, lower case
 * @param parameters lower-case names, values without quotes
 */
record MediaRange(String type, Map<String, String> parameters) {

    static final String MULTIPART = "multipart/related";
    private static final String ANYTHING = "*/*";

    /** All media ranges of a header, the most wanted first; an absent or empty header accepts everything. */
    static List<MediaRange> parse(String header) {
        List<MediaRange> ranges = new ArrayList<>();
        for (String part : split(header == null || header.isBlank() ? ANYTHING : header, ',')) {
            if (!part.isBlank()) {
                ranges.add(one(part));
            }
        }
        ranges.removeIf(range -> range.quality() <= 0);
        ranges.sort(Comparator.comparingDouble(MediaRange::quality).reversed());
        return ranges;
    }

    private static MediaRange one(String text) {
        Map<String, String> parameters = new LinkedHashMap<>();
        String type = read(text, parameters);
        String partType = parameters.get("type");
        if (partType != null && partType.contains(";")) {
            parameters.put("type", read(partType, parameters));
        }
        return new MediaRange(type, parameters);
    }

    /** Adds the parameters and gives the type before them. */
    private static String read(String text, Map<String, String> parameters) {
        List<String> parts = split(text, ';');
        for (String parameter : parts.subList(1, parts.size())) {
            int equals = parameter.indexOf('=');
            if (equals > 0) {
                parameters.putIfAbsent(parameter.substring(0, equals).strip().toLowerCase(Locale.ROOT),
                        unquoted(parameter.substring(equals + 1).strip()));
            }
        }
        return parts.getFirst().strip().toLowerCase(Locale.ROOT);
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
        String quality = parameters.getOrDefault("q", "1");
        return quality.matches("[01](\\.\\d{0,3})?") ? Double.parseDouble(quality) : 1;
    }

    boolean isMultipart() {
        return type.equals(MULTIPART);
    }

    /** Media type of the parts, or of the whole answer when it has one part. */
    String contentType() {
        return isMultipart() ? parameters.getOrDefault("type", ANYTHING).toLowerCase(Locale.ROOT) : type;
    }

    boolean accepts(String mediaType) {
        String wanted = contentType();
        return wanted.equals(ANYTHING) || wanted.equals(mediaType)
                || wanted.endsWith("/*") && mediaType.startsWith(wanted.substring(0, wanted.length() - 1));
    }

    boolean isAnything() {
        return contentType().equals(ANYTHING);
    }

    /** UID, {@code *} for any, or null when not given. */
    String transferSyntax() {
        return parameters.get("transfer-syntax");
    }
}
