package org.hospitalviewer.transfer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Component;

/** The requests as the database keeps them. */
@Component
class TransferTable {

    private static final int MAX_MESSAGE = 1_000;
    private static final int KEPT = 1_000;

    private final JdbcClient jdbc;

    TransferTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    StudyTransfer insert(StudyTransfer.Kind kind, String studyUid, Long deviceId, String target, String requestedBy) {
        KeyHolder id = new GeneratedKeyHolder();
        jdbc.sql("INSERT INTO study_transfers (kind, state, study_instance_uid, device_id, target, requested_by, "
                        + "created_at) VALUES (?, ?, ?, ?, ?, ?, ?)")
                .params(Arrays.asList(kind.name(), StudyTransfer.State.WAITING.name(), studyUid, deviceId, target,
                        requestedBy, utc(Instant.now()))).update(id, "id");
        jdbc.sql("DELETE FROM study_transfers WHERE state <> ? AND expires_at IS NULL AND id <= (SELECT id FROM "
                        + "(SELECT id FROM study_transfers ORDER BY id DESC LIMIT 1 OFFSET ?) AS oldest)")
                .params(StudyTransfer.State.WAITING.name(), KEPT).update();
        return find(id.getKey().longValue()).orElseThrow();
    }

    Optional<StudyTransfer> find(long id) {
        return jdbc.sql("SELECT * FROM study_transfers WHERE id = ?").param(id).query(TransferTable::row).optional();
    }

    List<StudyTransfer> newest(int limit) {
        return jdbc.sql("SELECT * FROM study_transfers ORDER BY id DESC LIMIT ?").param(limit)
                .query(TransferTable::row).list();
    }

    /** Oldest first. */
    List<StudyTransfer> waiting(StudyTransfer.Kind kind) {
        return jdbc.sql("SELECT * FROM study_transfers WHERE kind = ? AND state = ? ORDER BY id")
                .params(kind.name(), StudyTransfer.State.WAITING.name()).query(TransferTable::row).list();
    }

    List<StudyTransfer> expired(Instant now) {
        return jdbc.sql("SELECT * FROM study_transfers WHERE expires_at < ?").param(utc(now))
                .query(TransferTable::row).list();
    }

    void forgetExpiry(long id) {
        jdbc.sql("UPDATE study_transfers SET expires_at = NULL WHERE id = ?").param(id).update();
    }

    void progress(long id, int total, int done) {
        jdbc.sql("UPDATE study_transfers SET total = ?, done = ? WHERE id = ?").params(total, done, id).update();
    }

    /** One more attempt that failed. */
    void failedAttempt(long id, String message) {
        jdbc.sql("UPDATE study_transfers SET attempts = attempts + 1, message = ? WHERE id = ?")
                .params(cut(message), id).update();
    }

    /** Changes what still waits. */
    boolean end(long id, StudyTransfer.State state, String message, Instant expiresAt) {
        return jdbc.sql("UPDATE study_transfers SET state = ?, message = ?, expires_at = ? WHERE id = ? AND state = ?")
                .params(Arrays.asList(state.name(), cut(message), utc(expiresAt), id,
                        StudyTransfer.State.WAITING.name())).update() > 0;
    }

    /** Lets one that has ended wait again. */
    boolean again(long id) {
        return jdbc.sql("UPDATE study_transfers SET state = ?, message = '', attempts = 0 WHERE id = ? AND state <> ?")
                .params(StudyTransfer.State.WAITING.name(), id, StudyTransfer.State.WAITING.name()).update() > 0;
    }

    boolean isWaiting(long id) {
        return jdbc.sql("SELECT COUNT(*) FROM study_transfers WHERE id = ? AND state = ?")
                .params(id, StudyTransfer.State.WAITING.name()).query(Long.class).single() > 0;
    }

    void acknowledged(long id, String sopInstanceUid) {
        jdbc.sql("INSERT IGNORE INTO study_transfer_objects (transfer_id, sop_instance_uid) VALUES (?, ?)")
                .params(id, sopInstanceUid).update();
    }

    Set<String> acknowledged(long id) {
        return new HashSet<>(jdbc.sql("SELECT sop_instance_uid FROM study_transfer_objects WHERE transfer_id = ?")
                .param(id).query(String.class).list());
    }

    private static StudyTransfer row(ResultSet row, int number) throws SQLException {
        return new StudyTransfer(row.getLong("id"), StudyTransfer.Kind.valueOf(row.getString("kind")),
                StudyTransfer.State.valueOf(row.getString("state")), row.getString("study_instance_uid"),
                row.getObject("device_id", Long.class), row.getString("target"), row.getString("requested_by"),
                row.getInt("total"), row.getInt("done"), row.getInt("attempts"), row.getString("message"),
                instant(row, "expires_at"), instant(row, "created_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        LocalDateTime time = row.getObject(column, LocalDateTime.class);
        return time == null ? null : time.toInstant(ZoneOffset.UTC);
    }

    private static LocalDateTime utc(Instant time) {
        return time == null ? null : LocalDateTime.ofInstant(time, ZoneOffset.UTC);
    }

    private static String cut(String text) {
        return text.length() <= MAX_MESSAGE ? text : text.substring(0, MAX_MESSAGE);
    }
}
