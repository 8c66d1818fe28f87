package org.hospitalviewer.dicomweb;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.hospitalviewer.archive.ArchiveQuery;
import org.hospitalviewer.archive.Match;
import org.hospitalviewer.archive.QueryLevel;
import org.hospitalviewer.dicom.data.Dictionary;
import org.hospitalviewer.dicom.data.VR;

/**
 * The parameters of a search (PS3.18 8.3.4).
 *
 * @param query    what to ask the archive
 * @param warnings what was not done as asked, each a sentence for the client
 */
record QidoParameters(ArchiveQuery query, List<String> warnings) {

    /** More than this is never returned at once; the client pages on with offset. */
    static final int MAX_LIMIT = 5_000;

    private static final Set<String> NOT_ATTRIBUTES = Set.of("includefield", "limit", "offset", "accept", "charset",
            "fuzzymatching", "emptyvaluematching", "multiplevaluematching");

    /**
     * Reads the parameters.
     *
     * @param fixed     conditions that come from the path
     * @param matchable attributes the archive can match
     * @throws WebProblem 400 for what is no attribute, date or number
     */
    static QidoParameters parse(QueryLevel level, List<Match> fixed, Map<String, String[]> parameters,
                                Set<Integer> matchable) {
        List<Match> matches = new ArrayList<>(fixed);
        List<String> unsupported = new ArrayList<>();
        Set<Integer> include = new HashSet<>();
        parameters.forEach((name, values) -> {
            if (!NOT_ATTRIBUTES.contains(name.toLowerCase(Locale.ROOT))) {
                AttributeName attribute = AttributeName.parse(name);
                include.add(attribute.tag());
                boolean supported = !attribute.isNested() && matchable.contains(attribute.tag());
                if (supported) {
                    MatchingKey.of(attribute.tag(), value(attribute, values)).ifPresent(matches::add);
                } else if (!values[0].isEmpty()) {
                    unsupported.add(attribute.text());
                }
            }
        });
        boolean all = includeFields(parameters.getOrDefault("includefield", new String[0]), include);
        ArchiveQuery query = new ArchiveQuery(level, matches, include, all, List.of(),
                number(parameters, "offset", 0), Math.min(number(parameters, "limit", MAX_LIMIT), MAX_LIMIT));
        return new QidoParameters(query, warnings(parameters, unsupported));
    }

    /** A list may also come as a repeated parameter; of anything else two values contradict each other. */
    private static String value(AttributeName attribute, String[] values) {
        if (values.length == 1) {
            return values[0];
        }
        VR vr = Dictionary.vr(attribute.tag());
        if (vr == VR.UI || vr == VR.CS) {
            return String.join(",", values);
        }
        throw WebProblem.badRequest("The attribute " + attribute.text() + " is given more than once.");
    }

    private static boolean includeFields(String[] values, Set<Integer> include) {
        boolean all = false;
        for (String value : values) {
            for (String name : value.split(",")) {
                if (name.strip().equals("all")) {
                    all = true;
                } else if (!name.isBlank()) {
                    include.add(AttributeName.parse(name.strip()).tag());
                }
            }
        }
        return all;
    }

    private static List<String> warnings(Map<String, String[]> parameters, List<String> unsupported) {
        List<String> warnings = new ArrayList<>();
        if (!unsupported.isEmpty()) {
            warnings.add("These attributes cannot be matched and were left out: " + String.join(",", unsupported));
        }
        if (isTrue(parameters, "fuzzymatching")) {
            warnings.add("The fuzzymatching parameter is not supported. Only literal matching has been performed.");
        }
        for (String option : List.of("emptyvaluematching", "multiplevaluematching")) {
            if (isTrue(parameters, option)) {
                warnings.add("The " + option + " parameter is not supported.");
            }
        }
        return warnings;
    }

    private static boolean isTrue(Map<String, String[]> parameters, String name) {
        String text = parameters.getOrDefault(name, new String[] {"false"})[0];
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false", "" -> false;
            default -> throw WebProblem.badRequest("The parameter " + name + " must be true or false.");
        };
    }

    private static int number(Map<String, String[]> parameters, String name, int otherwise) {
        if (!parameters.containsKey(name)) {
            return otherwise;
        }
        String text = parameters.get(name)[0];
        if (!text.matches("\\d{1,9}")) {
            throw WebProblem.badRequest("The parameter " + name + " must be a number from 0.");
        }
        return Integer.parseInt(text);
    }
}
