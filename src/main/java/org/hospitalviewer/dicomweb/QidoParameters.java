package org.hospitalviewer.dicomweb;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.hospitalviewer.archive.ArchiveQuery;
import org.hospitalviewer.archive.Match;
import org.hospitalviewer.archive.QueryLevel;
import org.hospitalviewer.dicom.data.Dictionary;

/**
 * The parameters of a search (PS3.18 8.3.4).
 *
 * @param query       what to ask the archive
 * @param unsupported attributes that cannot be matched and were left out
 */
record QidoParameters(ArchiveQuery query, List<String> unsupported) {

    /** More than this is never returned at once; the client pages on with offset. */
    static final int MAX_LIMIT = 10_000;
    private static final int MAX_NAME = 64;

    private static final Set<String> NOT_ATTRIBUTES =
            Set.of("includefield", "limit", "offset", "fuzzymatching", "accept", "charset", "emptyvaluematching",
                    "multiplevaluematching", "orderby");

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
                int tag = tag(name);
                include.add(tag);
                if (values[0].isEmpty()) {
                    return; // universal matching: every value fits, the attribute is returned
                }
                if (matchable.contains(tag)) {
                    matches.add(MatchingKey.of(tag, values[0]));
                } else {
                    unsupported.add(name);
                }
            }
        });
        boolean all = includeFields(parameters.getOrDefault("includefield", new String[0]), include);
        return new QidoParameters(new ArchiveQuery(level, matches, include, all, List.of(),
                number(parameters, "offset", 0), Math.min(number(parameters, "limit", MAX_LIMIT), MAX_LIMIT)),
                unsupported);
    }

    private static boolean includeFields(String[] values, Set<Integer> include) {
        boolean all = false;
        for (String value : values) {
            for (String name : value.split(",")) {
                if (name.equals("all")) {
                    all = true;
                } else if (!name.isBlank()) {
                    include.add(tag(name.strip()));
                }
            }
        }
        return all;
    }

    /** Keyword or eight hexadecimal digits; of an attribute in a sequence the last part counts for nothing here. */
    private static int tag(String name) {
        String first = name.contains(".") ? name.substring(0, name.indexOf('.')) : name;
        if (first.matches("[0-9A-Fa-f]{8}")) {
            return Integer.parseUnsignedInt(first, 16);
        }
        OptionalInt tag = Dictionary.tag(first);
        return tag.orElseThrow(() -> WebProblem.badRequest("There is no attribute called " + printable(name) + "."));
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

    private static String printable(String name) {
        return name.replaceAll("[^\\w.]", "?").substring(0, Math.min(name.length(), MAX_NAME));
    }
}
