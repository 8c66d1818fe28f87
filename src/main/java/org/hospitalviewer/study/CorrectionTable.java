package org.hospitalviewer.study;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The corrections as the database keeps them. */
@Component
class CorrectionTable {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<Map<String, String>> VALUES = new TypeReference<>() { };
    private static final int MAX_MESSAGE = 1_000;
    private static final int NEWEST = 500;

    private final JdbcClient jdbc;

    CorrectionTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Correction insert(String studyUid, String requestedBy, Map<String, String> before, Map<String, String> after) {
        KeyHolder id = new GeneratedKeyHolder();
        jdbc.sql("INSERT INTO corrections (created_at, study_instance_uid, requested_by, old_values, new_values, state) "
                        + "VALUES (?, ?, ?, ?, ?, ?)")
                .params(LocalDateTime.ofInstant(Instant.now().truncatedTo(ChronoUnit.MICROS), ZoneOffset.UTC), studyUid,
                        requestedBy, JSON.writeValueAsString(before), JSON.writeValueAsString(after),
                        Correction.State.PENDING.name())
                .update(id, "id");
        return find(id.getKey().longValue()).orElseThrow();
    }

    void update(long id, Correction.State state, String message) {
        jdbc.sql("UPDATE corrections SET state = ?, message = ? WHERE id = ?")
                .params(state.name(), message.length() <= MAX_MESSAGE ? message : message.substring(0, MAX_MESSAGE), id)
                .update();
    }

    /** Moves on only from the state that is expected; says whether it did. */
    boolean move(long id, Correction.State from, Correction.State to) {
        return jdbc.sql("UPDATE corrections SET state = ? WHERE id = ? AND state = ?")
                .params(to.name(), id, from.name()).update() > 0;
    }

    void applied(long id, String message, int objects) {
        update(id, Correction.State.APPLIED, message);
        jdbc.sql("UPDATE corrections SET objects = ? WHERE id = ?").params(objects, id).update();
    }

    Optional<Correction> find(long id) {
        return jdbc.sql("SELECT * FROM corrections WHERE id = ?").param(id).query(CorrectionTable::correction).optional();
    }

    /** Newest first. */
    List<Correction> newest() {
        return jdbc.sql("SELECT * FROM corrections ORDER BY id DESC LIMIT " + NEWEST)
                .query(CorrectionTable::correction).list();
    }

    /** The oldest that waits. */
    Optional<Correction> next() {
        return jdbc.sql("SELECT * FROM corrections WHERE state IN (?, ?) ORDER BY id LIMIT 1")
                .params(Correction.State.PENDING.name(), Correction.State.UNDOING.name())
                .query(CorrectionTable::correction).optional();
    }

    /** Corrections of a study that are in force or under way, the newest first. */
    List<Correction> inForce(String studyUid) {
        return jdbc.sql("SELECT * FROM corrections WHERE study_instance_uid = ? AND state <> ? ORDER BY id DESC")
                .params(studyUid, Correction.State.UNDONE.name()).query(CorrectionTable::correction).list();
    }

    private static Correction correction(ResultSet row, int number) throws SQLException {
        return new Correction(row.getLong("id"),
                row.getObject("created_at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
                row.getString("requested_by"), row.getString("study_instance_uid"),
                JSON.readValue(row.getString("old_values"), VALUES), JSON.readValue(row.getString("new_values"), VALUES),
                Correction.State.valueOf(row.getString("state")), row.getString("message"), row.getInt("objects"));
    }
}
