package org.hospitalviewer.backup.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DumpSectionsTest {

    private static final String DUMP = """
            /*!40101 SET NAMES utf8mb4 */;
            DROP TABLE IF EXISTS `notes`;
            CREATE TABLE `notes` (
              `text` longtext
            );
            INSERT INTO `notes` VALUES ('a line\\nDROP TABLE IF EXISTS `other`;');
            INSERT INTO `notes` VALUES ('%s');
            DROP TABLE IF EXISTS `users`;
            INSERT INTO `users` VALUES ('ü');
            last line without an end""".formatted("x".repeat(200_000));

    private final Map<String, ByteArrayOutputStream> sections = new LinkedHashMap<>();
    private final Map<String, Integer> rows = new LinkedHashMap<>();

    private final DumpSections.Sink sink = new DumpSections.Sink() {
        private String now;

        @Override
        public OutputStream section(String table) {
            now = String.valueOf(table);
            sections.put(now, new ByteArrayOutputStream());
            return sections.get(now);
        }

        @Override
        public void row() {
            rows.merge(now, 1, Integer::sum);
        }
    };

    /** A stream that gives a few bytes at a time, so that lines are cut everywhere. */
    private static InputStream inPieces(int bytes) {
        return new ByteArrayInputStream(DUMP.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public synchronized int read(byte[] buffer, int offset, int length) {
                return super.read(buffer, offset, Math.min(length, bytes));
            }
        };
    }

    @Test
    void eachTableHasItsSectionAndNothingIsLostHoweverItArrives() throws IOException {
        for (int bytes : new int[] {1, 7, 511, 512, 513, 64 * 1024}) {
            sections.clear();
            rows.clear();
            new DumpSections(sink).read(inPieces(bytes));
            assertThat(sections.keySet()).containsExactly("null", "notes", "users");
            assertThat(rows).isEqualTo(Map.of("notes", 2, "users", 1));
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            for (ByteArrayOutputStream section : sections.values()) {
                section.writeTo(all);
            }
            assertThat(all.toString(StandardCharsets.UTF_8)).isEqualTo(DUMP);
        }
    }
}
