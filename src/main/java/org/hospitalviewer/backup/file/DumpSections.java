package org.hospitalviewer.backup.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The SQL of a database, cut into one section for each table and one before them. Within texts mariadb-dump writes the ends
 * of lines as \n, so that a statement begins where a line does.
 */
final class DumpSections {

    private static final Pattern TABLE = Pattern.compile("DROP TABLE IF EXISTS `([^`]+)`;\\s*");
    private static final byte[] ROW = "INSERT INTO ".getBytes(StandardCharsets.US_ASCII);
    private static final int BUFFER_BYTES = 64 * 1024;
    /** The begin of a line that tells what it is; a table's name has at most 64 characters. */
    private static final int BEGIN_BYTES = 512;

    private final Sink sink;
    private final byte[] begin = new byte[BEGIN_BYTES];
    private int beginLength;
    private boolean within;
    private OutputStream out;

    DumpSections(Sink sink) {
        this.sink = sink;
    }

    /** Takes the sections, each whole before the next. */
    interface Sink {

        /** @param table null for what comes before the tables */
        OutputStream section(String table) throws IOException;

        void row() throws IOException;
    }

    void read(InputStream sql) throws IOException {
        out = sink.section(null);
        byte[] buffer = new byte[BUFFER_BYTES];
        for (int length = sql.read(buffer); length >= 0; length = sql.read(buffer)) {
            int at = 0;
            while (at < length) {
                at = within ? restOfLine(buffer, at, length) : beginOfLine(buffer, at, length);
            }
        }
        decide();
    }

    private int restOfLine(byte[] buffer, int from, int length) throws IOException {
        int end = from;
        while (end < length && buffer[end] != '\n') {
            end++;
        }
        boolean ended = end < length;
        out.write(buffer, from, end - from + (ended ? 1 : 0));
        within = !ended;
        return ended ? end + 1 : end;
    }

    private int beginOfLine(byte[] buffer, int from, int length) throws IOException {
        int at = from;
        boolean ended = false;
        while (at < length && beginLength < BEGIN_BYTES && !ended) {
            begin[beginLength++] = buffer[at];
            ended = buffer[at++] == '\n';
        }
        if (ended || beginLength == BEGIN_BYTES) {
            decide();
            within = !ended;
        }
        return at;
    }

    private void decide() throws IOException {
        if (isRow()) {
            sink.row();
        } else if (beginLength < BEGIN_BYTES) {
            Matcher table = TABLE.matcher(new String(begin, 0, beginLength, StandardCharsets.UTF_8));
            if (table.matches()) {
                out = sink.section(table.group(1));
            }
        }
        out.write(begin, 0, beginLength);
        beginLength = 0;
    }

    private boolean isRow() {
        for (int place = 0; place < ROW.length; place++) {
            if (place >= beginLength || begin[place] != ROW[place]) {
                return false;
            }
        }
        return true;
    }
}
