package org.hospitalviewer.archive.embedded;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.hospitalviewer.appliance.StartProgress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The tables of the index. All of it is derived from the files: what cannot be read is thrown away and made anew, and so
 * is an index that another version of the program made.
 */
final class IndexSchema {

    private static final Logger LOG = LoggerFactory.getLogger(IndexSchema.class);
    /** Tables beside {@link ShadowIndex#TABLES}. */
    private static final List<String> OTHER_TABLES = List.of("study_change", "day_to_check",
            "flyway_schema_history");

    /** MariaDB's error ER_LOCK_WAIT_TIMEOUT. */
    private static final int LOCK_WAIT_TIMEOUT = 1205;
    private static final int MOST_ATTEMPTS = 20;
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final DataSource index;
    private final StartProgress progress;

    IndexSchema(DataSource index, StartProgress progress) {
        this.index = index;
        this.progress = progress;
    }

    /** Brings the tables up to date; those that cannot be read are exchanged for empty ones. */
    void prepare() {
        try {
            migrate();
            tables().forEach(this::read);
        } catch (RuntimeException e) {
            makeAnew(e);
        }
    }

    /**
     * Exchanges the tables for empty ones.
     *
     * @param failure what was seen of the damage; thrown on when the database does not answer at all
     */
    void makeAnew(RuntimeException failure) {
        if (!answers()) {
            throw failure;
        }
        LOG.error("The index of the images cannot be read and is made anew from the files", failure);
        progress.say("The index of the images is damaged. It is made anew from the image files, which are not affected.");
        drop();
        migrate();
    }

    private void migrate() {
        Flyway.configure().dataSource(index).locations("classpath:db/index").load().migrate();
    }

    private Set<String> tables() {
        Set<String> tables = new LinkedHashSet<>(ShadowIndex.TABLES);
        tables.addAll(OTHER_TABLES);
        return tables;
    }

    private void read(String table) {
        new JdbcTemplate(index).query("SELECT * FROM " + table + " LIMIT 1", _ -> { });
    }

    private boolean answers() {
        try {
            new JdbcTemplate(index).queryForObject("SELECT 1", Long.class);
            return true;
        } catch (DataAccessException e) {
            LOG.warn("The database does not answer: {}", e.getMessage());
            return false;
        }
    }

    /** Those that are listed and those that are known by name: a damaged table may be in no list. */
    private void drop() {
        Set<String> all = tables();
        all.addAll(new JdbcTemplate(index).queryForList("SELECT table_name FROM information_schema.tables "
                + "WHERE table_schema = DATABASE()", String.class));
        try (Connection connection = index.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute("SET foreign_key_checks = 0");
            for (String table : all) {
                drop(table, statement);
            }
            statement.execute("SET foreign_key_checks = 1");
        } catch (SQLException e) {
            throw new IndexUnavailableException("The damaged index cannot be removed: " + e.getMessage());
        }
    }

    /** The server's own work on its statistics may hold a table for a moment. */
    private static void drop(String table, Statement statement) throws SQLException {
        for (int attempt = 1; ; attempt++) {
            try {
                statement.execute("DROP TABLE IF EXISTS " + table);
                return;
            } catch (SQLException e) {
                if (e.getErrorCode() != LOCK_WAIT_TIMEOUT || attempt == MOST_ATTEMPTS) {
                    throw e;
                }
                LOG.warn("The damaged table {} is held by somebody; trying again", table);
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }
}
