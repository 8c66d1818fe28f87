package org.hospitalviewer.oldinstallation;

import java.util.Locale;
import java.util.Map;

/**
 * A row of a table of the old installation.
 *
 * @param line   of the file, or number of the row where a line holds several, from 1
 * @param values by the names of the columns, in lower case with underscores; null in the database is an empty text
 */
record OldRow(long line, Map<String, String> values) {

    /** The first of these columns that says something; empty when none does. */
    String first(String... columns) {
        for (String column : columns) {
            String value = values.getOrDefault(column, "").strip();
            if (!value.isEmpty()) {
                return value;
            }
        }
        return "";
    }

    /** {@code Study Instance UID}, {@code studyInstanceUID} and {@code study_instance_uid} are one name. */
    static String column(String name) {
        return name.strip().replaceAll("([a-z])([A-Z])", "$1_$2").replaceAll("[^A-Za-z0-9]+", "_")
                .toLowerCase(Locale.ROOT);
    }
}
