package org.hospitalviewer.appliance.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Copies of the application's schema as SQL, and further schemas beside it to load them into. Of the embedded database
 * only: another server belongs to somebody else, who copies it.
 */
public final class DatabaseCopies {

    /** Schemas of this class; no other is ever dropped. */
    private static final Pattern OURS = Pattern.compile("viewer(_restored_\\d+|_check_\\d+)?");
    private static final String CHECK = "viewer_check_";
    /**
     * One statement per row, in the order of the primary key and without a date: the same rows give the same bytes. The
     * transaction sees one moment while others go on writing.
     */
    private static final List<String> DUMP_OPTIONS = List.of("--single-transaction", "--quick", "--routines", "--triggers",
            "--events", "--hex-blob", "--skip-extended-insert", "--complete-insert", "--order-by-primary", "--no-autocommit",
            "--skip-add-locks", "--skip-comments", "--skip-dump-date", "--max-allowed-packet=1G");

    private final DatabaseServer server;

    DatabaseCopies(DatabaseServer server) {
        this.server = server;
    }

    /** Takes or gives the text of a schema. */
    public interface Flow<S> {
        void run(S stream) throws IOException;
    }

    /** Whether the database is the appliance's own. */
    public boolean arePossible() {
        return server.embedded() != null;
    }

    /** Name of the schema with the application's data. */
    public String current() {
        return server.embedded().schema();
    }

    /** A name for a schema that is to take the place of the present one. */
    public static String restored(long number) {
        return "viewer_restored_" + number;
    }

    /** A name for a schema that is only looked at. */
    public static String check(long number) {
        return CHECK + number;
    }

    /**
     * Writes a schema as SQL, as it is at one moment.
     *
     * @param reader reads the text as it comes; what it throws ends the dump
     * @throws IOException when the dump fails
     */
    public void dump(String schema, Flow<InputStream> reader) throws IOException {
        List<String> options = new ArrayList<>(DUMP_OPTIONS);
        options.add(schema);
        Process process = server.embedded().client("mariadb-dump", options).start();
        try (InputStream sql = process.getInputStream()) {
            reader.run(sql);
            await(process, "The database could not be written out");
        } finally {
            process.destroy();
        }
    }

    /**
     * Makes a schema and fills it.
     *
     * @param writer writes the SQL
     * @throws IOException when it cannot be loaded; the schema may be there in part
     */
    public void load(String schema, Flow<OutputStream> writer) throws IOException {
        execute("CREATE DATABASE `" + ours(schema) + "` CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci");
        Process process = server.embedded().client("mariadb", List.of("--batch", "--binary-mode", "--max-allowed-packet=1G",
                "--database=" + schema)).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        try {
            try (OutputStream sql = process.getOutputStream()) {
                writer.run(sql);
            }
            await(process, "The database could not be read in");
        } finally {
            process.destroy();
        }
    }

    private static void await(Process process, String failure) throws IOException {
        try {
            if (process.waitFor() != 0) {
                throw new IOException(failure + "; the reason is at the end of logs/database.log.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(failure + ": interrupted.", e);
        }
    }

    /** Nothing happens when there is none of this name. */
    public void drop(String schema) throws IOException {
        execute("DROP DATABASE IF EXISTS `" + ours(schema) + "`");
    }

    /** Drops what is left of checks that were cut off; not while one is under way. */
    public void dropChecks() throws IOException {
        for (String schema : schemas()) {
            if (OURS.matcher(schema).matches() && schema.startsWith(CHECK)) {
                drop(schema);
            }
        }
    }

    /** Drops the schemas in whose place the present one came, and what is left of restores that were cut off. */
    public void dropReplaced() throws IOException {
        for (String schema : schemas()) {
            if (OURS.matcher(schema).matches() && !schema.startsWith(CHECK) && !schema.equals(current())) {
                drop(schema);
            }
        }
    }

    private List<String> schemas() throws IOException {
        List<String> names = new ArrayList<>();
        try (Connection connection = server.embedded().login().connect(); Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SHOW DATABASES")) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        } catch (SQLException e) {
            throw new IOException("The database does not answer: " + e.getMessage(), e);
        }
        return names;
    }

    private static String ours(String schema) {
        if (!OURS.matcher(schema).matches()) {
            throw new IllegalArgumentException("Not a schema of the application: " + schema);
        }
        return schema;
    }

    private void execute(String sql) throws IOException {
        try (Connection connection = server.embedded().login().connect(); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IOException("The database does not answer: " + e.getMessage(), e);
        }
    }

    /** Connections to one of the schemas. */
    public DataSource open(String schema) {
        return new DriverManagerDataSource(server.embedded().url(schema), server.user(), server.password());
    }
}
