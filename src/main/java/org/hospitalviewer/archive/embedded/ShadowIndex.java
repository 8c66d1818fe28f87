package org.hospitalviewer.archive.embedded;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.hospitalviewer.archive.StudyChange;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * An index beside the one in use, in a schema of its own on the same server, that takes its place at once when it is
 * complete. It has one connection, whose current schema it is.
 */
final class ShadowIndex implements AutoCloseable {

    /** All tables that are derived from the files. */
    static final List<String> TABLES = List.of("study", "study_modality", "series", "instance",
            "checked_through");

    private final Connection connection;
    private final String live;
    private final String fresh;
    private final String old;
    private final JdbcTemplate template;
    private final TransactionTemplate transactions;
    private final JdbcClient jdbc;

    private ShadowIndex(Connection connection, String live) {
        this.connection = connection;
        this.live = live;
        this.fresh = live + "_new";
        this.old = live + "_old";
        SingleConnectionDataSource source = new SingleConnectionDataSource(connection, true);
        this.template = new JdbcTemplate(source);
        this.transactions = new TransactionTemplate(new JdbcTransactionManager(source));
        this.jdbc = JdbcClient.create(template);
    }

    /**
     * Opens the shadow.
     *
     * @param index the index in use
     * @param goOn  keep what an interrupted run wrote, if it is there
     */
    static ShadowIndex open(DataSource index, boolean goOn) {
        JdbcClient inUse = JdbcClient.create(index);
        String live = inUse.sql("SELECT DATABASE()").query(String.class).single();
        ShadowIndex shadow = new ShadowIndex(DataSourceUtils.getConnection(index), live);
        try {
            shadow.prepare(index, goOn);
            return shadow;
        } catch (RuntimeException e) {
            shadow.close();
            throw e;
        }
    }

    private void prepare(DataSource index, boolean goOn) {
        if (!goOn || !has("instance")) {
            drop();
        }
        String collation = jdbc.sql("SELECT default_collation_name FROM information_schema.schemata "
                + "WHERE schema_name = ?").param(live).query(String.class).single();
        makeSchema(collation);
        Flyway.configure().dataSource(index).schemas(fresh).locations("classpath:db/index").load().migrate();
        execute("USE `" + fresh + "`");
    }

    /** A database of the clinic's own may know our user for two schemas only. */
    private void makeSchema(String collation) {
        try {
            execute("CREATE DATABASE IF NOT EXISTS `" + fresh + "` COLLATE " + collation);
        } catch (DataAccessException e) {
            throw new IllegalStateException("The database user of the appliance must be allowed to make the schemas "
                    + fresh + " and " + old + " beside the index: " + e.getMostSpecificCause().getMessage(), e);
        }
    }

    private boolean has(String table) {
        return jdbc.sql("SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = ? AND table_name = ?")
                .params(fresh, table).query(Long.class).single() > 0;
    }

    IndexWriter writer() {
        return new IndexWriter(template, transactions);
    }

    JdbcClient jdbc() {
        return jdbc;
    }

    /** Relative paths and days of what only the index in use has. */
    List<Missing> missing() {
        return jdbc.sql("SELECT l.path, l.received_on FROM `" + live + "`.instance l LEFT JOIN instance n "
                        + "ON n.sop_uid = l.sop_uid WHERE n.id IS NULL ORDER BY l.id")
                .query(Missing.class).list();
    }

    /** What the index in use says of the file when it was received; empty when it does not know, or is damaged. */
    Optional<DataSetDigest> digestInUse(IndexedInstance instance) {
        try {
            return jdbc.sql("SELECT data_set_bytes, data_set_sha256 FROM `" + live
                            + "`.instance WHERE sop_uid = ? AND path = ?").params(instance.sopUid(), instance.path())
                    .query((row, _) -> new DataSetDigest(row.getLong(1), row.getBytes(2))).optional();
        } catch (DataAccessException e) {
            return Optional.empty();
        }
    }

    /** Objects of which the index in use has another file. */
    List<Differing> differing() {
        return jdbc.sql("SELECT n.path AS shadow_path, l.path AS live_path, l.received_on FROM instance n JOIN `" + live
                + "`.instance l ON l.sop_uid = n.sop_uid WHERE l.path <> n.path ORDER BY n.id")
                .query(Differing.class).list();
    }

    /** What the index in use does not have; deleted meanwhile, or lost from it. */
    List<Surplus> surplus() {
        return jdbc.sql("SELECT t.study_uid, n.path FROM instance n JOIN series s ON s.id = n.series_id "
                        + "JOIN study t ON t.id = s.study_id LEFT JOIN `" + live + "`.instance l "
                        + "ON l.sop_uid = n.sop_uid WHERE l.id IS NULL ORDER BY n.id")
                .query(Surplus.class).list();
    }

    /** Whether the index in use has this file still. */
    boolean isLive(String path, LocalDate receivedOn) {
        return jdbc.sql("SELECT COUNT(*) FROM `" + live + "`.instance WHERE received_on = ? AND path = ?")
                .params(receivedOn, path).query(Long.class).single() > 0;
    }

    IndexRevision revision() {
        return new IndexRevision(template, transactions);
    }

    /**
     * Takes the place of the index in use.
     *
     * @return studies that are not as they were
     */
    Map<String, StudyChange.Kind> takePlace() {
        Map<String, StudyChange.Kind> changes = new LinkedHashMap<>();
        try {
            compare(changes);
            execute("UPDATE study n JOIN `" + live + "`.study l ON l.study_uid = n.study_uid "
                    + "SET n.received_at = l.received_at");
        } catch (DataAccessException e) {
            changes.clear(); // the index in use may be damaged, which is why this one was made
        }
        execute("DROP DATABASE IF EXISTS `" + old + "`");
        execute("CREATE DATABASE `" + old + "`");
        execute("RENAME TABLE " + Stream.concat(TABLES.stream().map(table -> move(table, live, old)),
                TABLES.stream().map(table -> move(table, fresh, live))).collect(Collectors.joining(", ")));
        return changes;
    }

    private void compare(Map<String, StudyChange.Kind> changes) {
        put(changes, StudyChange.Kind.NEW, "SELECT n.study_uid FROM study n LEFT JOIN `" + live
                + "`.study l ON l.study_uid = n.study_uid WHERE l.id IS NULL");
        put(changes, StudyChange.Kind.DELETED, "SELECT l.study_uid FROM `" + live
                + "`.study l LEFT JOIN study n ON n.study_uid = l.study_uid WHERE n.id IS NULL");
        put(changes, StudyChange.Kind.CHANGED, "SELECT n.study_uid FROM study n JOIN `" + live
                + "`.study l ON l.study_uid = n.study_uid WHERE n.instance_count <> l.instance_count "
                + "OR n.series_count <> l.series_count OR n.attributes <> l.attributes");
    }

    private void put(Map<String, StudyChange.Kind> changes, StudyChange.Kind kind, String sql) {
        jdbc.sql(sql).query(String.class).list().forEach(study -> changes.put(study, kind));
    }

    private static String move(String table, String from, String to) {
        return "`" + from + "`." + table + " TO `" + to + "`." + table;
    }

    /** Removes what is no longer wanted: an unfinished shadow, and the index that was replaced. */
    void drop() {
        execute("DROP DATABASE IF EXISTS `" + fresh + "`");
        execute("DROP DATABASE IF EXISTS `" + old + "`");
    }

    private void execute(String sql) {
        template.execute(sql);
    }

    /** Gives the connection back as it was; one that cannot be restored must not be used by anybody else. */
    @Override
    public void close() {
        try {
            execute("USE `" + live + "`");
            connection.close();
        } catch (DataAccessException | SQLException e) {
            abort(Runnable::run);
        }
    }

    private void abort(Executor executor) {
        try {
            connection.abort(executor);
        } catch (SQLException e) {
            throw new IndexUnavailableException("The connection for the new index cannot be closed: " + e.getMessage());
        }
    }

    /** An object with two files. */
    record Differing(String shadowPath, String livePath, LocalDate receivedOn) {
    }

    /** An object that only the shadow has. */
    record Surplus(String studyUid, String path) {
    }

    /** An object that the shadow does not have yet. */
    record Missing(String path, LocalDate receivedOn) {
    }
}
