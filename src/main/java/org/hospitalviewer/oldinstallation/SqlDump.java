package org.hospitalviewer.oldinstallation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The rows that {@code mysqldump} and phpMyAdmin write: {@code INSERT INTO `users` (`id`, ...) VALUES (1, '...'), ...;} */
final class SqlDump {

    private static final int MOST_ROWS = 200_000;
    private static final Pattern INSERT = Pattern.compile(
            "INSERT\\s+INTO\\s+[`\"]?(\\w+)[`\"]?\\s*\\(([^)]*)\\)\\s*VALUES", Pattern.CASE_INSENSITIVE);

    private final String text;
    private int place;

    private SqlDump(String text) {
        this.text = text;
    }

    static boolean isOne(String text) {
        return INSERT.matcher(text).find();
    }

    /**
     * The rows of tables with such a name.
     *
     * @throws UnreadableFileException when there is no such row that names its columns, or one is cut short
     */
    static List<OldRow> read(String text, String table) {
        SqlDump dump = new SqlDump(text);
        List<OldRow> rows = new ArrayList<>();
        Matcher insert = INSERT.matcher(text);
        while (insert.find(dump.place)) {
            dump.place = insert.end();
            if (insert.group(1).equalsIgnoreCase(table)) {
                List<String> columns = List.of(insert.group(2).split(",")).stream().map(OldRow::column)
                        .map(name -> name.replaceAll("^_|_$", "")).toList();
                dump.rows(columns, rows);
            }
        }
        if (rows.isEmpty()) {
            throw new UnreadableFileException("There is no row of a table " + table + " that names its columns.");
        }
        return rows;
    }

    private void rows(List<String> columns, List<OldRow> rows) {
        do {
            expect('(');
            Map<String, String> values = new LinkedHashMap<>();
            for (int column = 0; column < columns.size(); column++) {
                if (column > 0) {
                    expect(',');
                }
                values.put(columns.get(column), value());
            }
            expect(')');
            rows.add(new OldRow(rows.size() + 1L, values));
            if (rows.size() > MOST_ROWS) {
                throw new UnreadableFileException("A file has " + MOST_ROWS + " rows at most.");
            }
        } while (isNext(','));
    }

    private String value() {
        return isNext('\'') ? quoted() : bare();
    }

    /** Up to the next quote that is neither doubled nor escaped. */
    private String quoted() {
        StringBuilder value = new StringBuilder();
        while (place < text.length()) {
            char character = text.charAt(place++);
            if (character == '\\' && place < text.length()) {
                value.append(escaped(text.charAt(place++)));
            } else if (character != '\'') {
                value.append(character);
            } else if (place < text.length() && text.charAt(place) == '\'') {
                value.append(text.charAt(place++));
            } else {
                return value.toString();
            }
        }
        throw cutShort();
    }

    private static char escaped(char character) {
        return switch (character) {
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case '0' -> '\0';
            case 'Z' -> '\u001a';
            default -> character;
        };
    }

    /** A number, a word such as NULL, or an expression without brackets. */
    private String bare() {
        int start = place;
        while (place < text.length() && text.charAt(place) != ',' && text.charAt(place) != ')') {
            place++;
        }
        String value = text.substring(start, place).strip();
        return value.equalsIgnoreCase("NULL") ? "" : value;
    }

    private boolean isNext(char wanted) {
        while (place < text.length() && Character.isWhitespace(text.charAt(place))) {
            place++;
        }
        boolean is = place < text.length() && text.charAt(place) == wanted;
        place += is ? 1 : 0;
        return is;
    }

    private void expect(char wanted) {
        if (!isNext(wanted)) {
            throw cutShort();
        }
    }

    private UnreadableFileException cutShort() {
        return new UnreadableFileException("The file is cut short or no dump of MySQL, near character " + place + ".");
    }
}
