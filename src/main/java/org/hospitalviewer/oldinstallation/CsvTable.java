package org.hospitalviewer.oldinstallation;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** CSV with names of columns in its first line, divided by whatever divides that line most. */
final class CsvTable {

    private static final int MOST_ROWS = 200_000;
    private static final List<Character> DIVIDERS = List.of(',', ';', '\t', '|');

    private CsvTable() {
    }

    /** @throws UnreadableFileException when it is no such file */
    static List<OldRow> read(String text) {
        String heading = text.lines().filter(line -> !line.isBlank()).findFirst()
                .orElseThrow(() -> new UnreadableFileException("The file is empty."));
        CSVFormat format = CSVFormat.DEFAULT.builder().setDelimiter(divider(heading)).setIgnoreEmptyLines(true)
                .setIgnoreSurroundingSpaces(true).get();
        try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
            return rows(parser);
        } catch (IOException | UncheckedIOException e) {
            throw new UnreadableFileException("The file is no CSV: " + e.getMessage());
        }
    }

    private static char divider(String heading) {
        return DIVIDERS.stream().max(Comparator.comparing(divider ->
                heading.chars().filter(character -> character == divider).count())).orElseThrow();
    }

    private static List<OldRow> rows(CSVParser parser) {
        List<String> columns = null;
        List<OldRow> rows = new ArrayList<>();
        for (CSVRecord record : parser) {
            if (columns == null) {
                columns = Stream.of(record.values()).map(OldRow::column).toList();
            } else if (rows.size() == MOST_ROWS) {
                throw new UnreadableFileException("A file has " + MOST_ROWS + " rows at most.");
            } else {
                rows.add(new OldRow(parser.getCurrentLineNumber(), values(columns, record)));
            }
        }
        if (rows.isEmpty()) {
            throw new UnreadableFileException("There are no rows below the names of the columns.");
        }
        return rows;
    }

    private static Map<String, String> values(List<String> columns, CSVRecord record) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int place = 0; place < Math.min(columns.size(), record.size()); place++) {
            values.put(columns.get(place), record.get(place));
        }
        return values;
    }
}
