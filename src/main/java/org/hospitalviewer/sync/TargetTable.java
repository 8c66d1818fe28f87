package org.hospitalviewer.sync;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Component;

/** The targets as the database keeps them. */
@Component
class TargetTable {

    private static final int MAX_SENTENCE = 1_000;
    private static final String COLUMNS = "name = ?, kind = ?, is_enabled = ?, host = ?, port = ?, username = ?, folder = ?, "
            + "fingerprint = ?, web_address = ?, is_encrypted = ?, may_delete = ?, connections = ?, "
            + "kilobytes_per_second = ?, hours_from = ?, hours_until = ?";

    private final JdbcClient jdbc;

    TargetTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<SyncTarget> all() {
        return jdbc.sql("SELECT * FROM sync_configuration ORDER BY id").query(TargetTable::target).list();
    }

    Optional<SyncTarget> find(long id) {
        return jdbc.sql("SELECT * FROM sync_configuration WHERE id = ?").param(id).query(TargetTable::target).optional();
    }

    long insert(TargetEntry entry) {
        KeyHolder id = new GeneratedKeyHolder();
        jdbc.sql("INSERT INTO sync_configuration SET " + COLUMNS).params(values(entry)).update(id, "id");
        return id.getKey().longValue();
    }

    void update(long id, TargetEntry entry) {
        List<Object> values = new ArrayList<>(values(entry));
        values.add(id);
        jdbc.sql("UPDATE sync_configuration SET " + COLUMNS + ", failures = 0, generation = generation + 1 WHERE id = ?")
                .params(values).update();
    }

    boolean delete(long id) {
        return jdbc.sql("DELETE FROM sync_configuration WHERE id = ?").param(id).update() > 0;
    }

    /** Another place, or other files: nothing lies there yet. */
    void beginAnew(long id) {
        jdbc.sql("DELETE FROM sync_items WHERE target_id = ?").param(id).update();
        lookAtAllAgain(id);
        jdbc.sql("UPDATE sync_configuration SET prepared_at = NULL, compared_at = NULL, last_tested = NULL, "
                + "test_result = '', is_test_good = FALSE WHERE id = ?").param(id).update();
    }

    /** The next run looks at every study. */
    void lookAtAllAgain(long id) {
        jdbc.sql("UPDATE sync_configuration SET change_sequence = ?, generation = generation + 1 WHERE id = ?")
                .params(TargetState.NOTHING_YET, id).update();
    }

    TargetState state(long id) {
        return jdbc.sql("SELECT * FROM sync_configuration WHERE id = ?").param(id)
                .query((row, _) -> new TargetState(row.getLong("change_sequence"), instant(row, "prepared_at"),
                        instant(row, "compared_at"), instant(row, "last_run"), row.getString("last_error"),
                        row.getLong("last_commands"), row.getInt("failures")))
                .single();
    }

    void reached(SyncTarget target, long sequence) {
        set(target, "change_sequence", sequence);
    }

    void prepared(SyncTarget target, Instant time) {
        set(target, "prepared_at", utc(time));
    }

    void compared(SyncTarget target, Instant time) {
        set(target, "compared_at", utc(time));
    }

    /** Only while the target is as the caller knows it. */
    private void set(SyncTarget target, String column, Object value) {
        jdbc.sql("UPDATE sync_configuration SET " + column + " = ? WHERE id = ? AND generation = ?")
                .params(Arrays.asList(value, target.id(), target.generation())).update();
    }

    void tested(long id, Instant time, String result, boolean good) {
        jdbc.sql("UPDATE sync_configuration SET last_tested = ?, test_result = ?, is_test_good = ? WHERE id = ?")
                .params(utc(time), cut(result), good, id).update();
    }

    /** @param error empty when the run was good */
    void ran(long id, Instant time, long commands, String error) {
        jdbc.sql("UPDATE sync_configuration SET last_run = ?, last_commands = ?, last_error = ?, "
                + "failures = IF(? = '', 0, failures + 1) WHERE id = ?").params(utc(time), commands, cut(error), error, id).update();
    }

    private static List<Object> values(TargetEntry entry) {
        return Arrays.asList(entry.name(), entry.kind().name(), entry.enabled(), entry.host(), entry.port(),
                entry.username(), entry.folder(), entry.fingerprint(), entry.webAddress(), entry.encrypted(),
                entry.mayDelete(), entry.connections(), entry.kilobytesPerSecond(), entry.hoursFrom(),
                entry.hoursUntil());
    }

    private static SyncTarget target(ResultSet row, int number) throws SQLException {
        return new SyncTarget(row.getLong("id"), row.getString("name"), TargetKind.valueOf(row.getString("kind")),
                row.getBoolean("is_enabled"), row.getString("host"), row.getInt("port"), row.getString("username"),
                row.getString("folder"), row.getString("fingerprint"), row.getString("web_address"),
                row.getBoolean("is_encrypted"), row.getBoolean("may_delete"), row.getInt("connections"),
                row.getObject("kilobytes_per_second", Integer.class), row.getObject("hours_from", LocalTime.class),
                row.getObject("hours_until", LocalTime.class), instant(row, "last_tested"),
                row.getString("test_result"), row.getBoolean("is_test_good"), row.getInt("generation"));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        LocalDateTime time = row.getObject(column, LocalDateTime.class);
        return time == null ? null : time.toInstant(ZoneOffset.UTC);
    }

    static LocalDateTime utc(Instant time) {
        return time == null ? null : LocalDateTime.ofInstant(time, ZoneOffset.UTC);
    }

    /** Never between the two halves of a character beyond the basic plane. */
    static String cut(String text) {
        if (text.length() <= MAX_SENTENCE) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(MAX_SENTENCE - 1)) ? MAX_SENTENCE - 1 : MAX_SENTENCE);
    }
}
