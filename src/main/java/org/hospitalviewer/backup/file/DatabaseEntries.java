package org.hospitalviewer.backup.file;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.hospitalviewer.appliance.database.DatabaseCopies;
import org.hospitalviewer.backup.file.Manifest.Entry;
import org.hospitalviewer.backup.file.Manifest.Table;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The database in a backup: SQL, one file for each table, in the order in which it is loaded.
 *
 * <p>A table's hash is that of its SQL as it was written out. What is loaded from a backup is written out again in the same
 * way and compared: the dump is from one moment, no other transaction has to see the same moment, and the comparison covers
 * what a restore would bring, definitions as well as rows.
 */
public final class DatabaseEntries {

    static final String FOLDER = "database/";
    /** The library writes streams of up to 4 GB in good order. */
    private static final long MAX_ENTRY_BYTES = 1L << 30;

    private DatabaseEntries() {
    }

    /**
     * Writes a schema into a backup.
     *
     * @param step is told of each table
     */
    public static List<Table> write(DatabaseCopies copies, String schema, BackupWriter backup, BackupFile.Step step)
            throws IOException {
        Tables tables = new Tables(backup, step);
        copies.dump(schema, sql -> new DumpSections(tables).read(sql));
        return tables.end();
    }

    /** The tables of a schema as they would be written. */
    public static List<Table> of(DatabaseCopies copies, String schema, BackupFile.Step step) throws IOException {
        Tables tables = new Tables(null, step);
        copies.dump(schema, sql -> new DumpSections(tables).read(sql));
        return tables.end();
    }

    /**
     * Makes a schema from a backup and compares what is in it with what was backed up.
     *
     * @throws UnusableBackupException when it is not the same
     */
    public static void load(BackupFile backup, DatabaseCopies copies, String schema, BackupFile.Step step)
            throws IOException {
        copies.load(schema, sql -> {
            for (Entry entry : backup.entries(FOLDER)) {
                backup.read(entry, sql);
                step.read(entry.name(), entry.bytes());
            }
        });
        if (!of(copies, schema, step).equals(backup.manifest().tables())) {
            throw new UnusableBackupException(UnusableBackupException.Reason.DAMAGED,
                    "The database of the backup was loaded to try it out, and is not what was backed up.");
        }
    }

    /** Version of the schema, as the migrations count it. */
    public static String schemaVersion(DataSource database) {
        return JdbcClient.create(database).sql("SELECT version FROM flyway_schema_history WHERE success AND version IS NOT NULL "
                + "ORDER BY CAST(version AS UNSIGNED) DESC LIMIT 1").query(String.class).optional().orElse("");
    }

    /** About how long the SQL of a schema is before it is compressed: rather more, in bytes. */
    public static long expectedBytes(DataSource database) {
        return JdbcClient.create(database).sql("SELECT COALESCE(SUM(data_length), 0) FROM information_schema.tables "
                + "WHERE table_schema = DATABASE()").query(Long.class).single();
    }

    /** Length of the SQL in a backup, in bytes. */
    public static long bytes(Manifest manifest) {
        return manifest.bytes(FOLDER);
    }

    private static final class Tables implements DumpSections.Sink {

        private final BackupWriter backup;
        private final BackupFile.Step step;
        private final List<Table> tables = new ArrayList<>();
        private String name;
        private Digest digest;
        private long rows;
        private int files;
        private OutputStream entry = OutputStream.nullOutputStream();
        private long entryBytes;

        /** @param backup null to write nothing */
        private Tables(BackupWriter backup, BackupFile.Step step) {
            this.backup = backup;
            this.step = step;
        }

        @Override
        public OutputStream section(String table) throws IOException {
            endSection();
            name = table;
            digest = new Digest();
            rows = 0;
            beginEntry();
            return new OutputStream() {
                @Override
                public void write(int single) throws IOException {
                    write(new byte[] {(byte) single}, 0, 1);
                }

                @Override
                public void write(byte[] buffer, int offset, int length) throws IOException {
                    entry.write(buffer, offset, length);
                    digest.write(buffer, offset, length);
                    entryBytes += length;
                }
            };
        }

        /** A large table goes on in another file, where a row begins. */
        @Override
        public void row() throws IOException {
            rows++;
            if (entryBytes > MAX_ENTRY_BYTES) {
                entry.close();
                beginEntry();
            }
        }

        private void beginEntry() throws IOException {
            entryBytes = 0;
            entry = backup == null ? OutputStream.nullOutputStream()
                    : backup.begin("%s%03d-%s.sql".formatted(FOLDER, files++, name == null ? "begin" : name));
        }

        private void endSection() throws IOException {
            entry.close();
            if (name != null) {
                step.read(name, digest.bytes());
                tables.add(new Table(name, rows, digest.hex()));
            }
        }

        private List<Table> end() throws IOException {
            endSection();
            return List.copyOf(tables);
        }
    }
}
