package org.hospitalviewer.clinical;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The measurements as the database keeps them. */
@Component
class MeasurementTable {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String SELECT = "SELECT m.*, a.username AS author, a.full_name AS author_name, "
            + "c.username AS changer, c.full_name AS changer_name FROM measurements m "
            + "LEFT JOIN users a ON a.id = m.created_by LEFT JOIN users c ON c.id = m.modified_by WHERE ";

    private final JdbcClient jdbc;

    MeasurementTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Measurement> ofStudy(String studyInstanceUid) {
        return jdbc.sql(SELECT + "m.study_instance_uid = ? AND m.deleted_at IS NULL ORDER BY m.id")
                .param(studyInstanceUid).query(MeasurementTable::measurement).list();
    }

    List<Measurement> ofSeries(String seriesInstanceUid) {
        return jdbc.sql(SELECT + "m.series_instance_uid = ? AND m.deleted_at IS NULL ORDER BY m.id")
                .param(seriesInstanceUid).query(MeasurementTable::measurement).list();
    }

    /** Deleted ones counted too, since they take room as well. */
    int count(String studyInstanceUid) {
        return jdbc.sql("SELECT COUNT(*) FROM measurements WHERE study_instance_uid = ?").param(studyInstanceUid)
                .query(Integer.class).single();
    }

    Optional<Measurement> find(long id) {
        return jdbc.sql(SELECT + "m.id = ? AND m.deleted_at IS NULL").param(id)
                .query(MeasurementTable::measurement).optional();
    }

    /** Also one that is deleted. */
    Optional<Measurement> findByKey(String key) {
        return jdbc.sql(SELECT + "m.client_key = ?").param(key).query(MeasurementTable::measurement).optional();
    }

    /** @throws org.springframework.dao.DuplicateKeyException when the key is there already */
    long insert(NewMeasurement added, MeasurementType type, long userId) {
        ImageReference image = added.image();
        KeyHolder id = new GeneratedKeyHolder();
        jdbc.sql("INSERT INTO measurements (client_key, study_instance_uid, series_instance_uid, sop_instance_uid, "
                        + "frame, measurement_type, measurement_data, created_by, modified_by) "
                        + "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(added.key(), image.studyInstanceUid(), image.seriesInstanceUid(), image.sopInstanceUid(),
                        image.frame(), type.code(), JSON.writeValueAsString(added.data()), userId, userId)
                .update(id, "id");
        return id.getKey().longValue();
    }

    /** Changes the version that is expected; says whether it was still the newest. */
    boolean update(long id, int version, MeasurementData data, long userId) {
        return jdbc.sql("UPDATE measurements SET measurement_data = ?, modified_by = ?, version = version + 1 "
                        + "WHERE id = ? AND version = ? AND deleted_at IS NULL")
                .params(JSON.writeValueAsString(data), userId, id, version).update() > 0;
    }

    /** Takes a deletion back; says whether it was deleted. */
    boolean restore(long id, MeasurementData data, long userId) {
        return jdbc.sql("UPDATE measurements SET deleted_at = NULL, measurement_data = ?, modified_by = ?, "
                        + "version = version + 1 WHERE id = ? AND deleted_at IS NOT NULL")
                .params(JSON.writeValueAsString(data), userId, id).update() > 0;
    }

    /** Marks it as deleted; says whether it was there. */
    boolean delete(long id, long userId) {
        return jdbc.sql("UPDATE measurements SET deleted_at = ?, modified_by = ?, version = version + 1 "
                        + "WHERE id = ? AND deleted_at IS NULL")
                .params(LocalDateTime.now(ZoneOffset.UTC), userId, id).update() > 0;
    }

    private static Measurement measurement(ResultSet row, int number) throws SQLException {
        return new Measurement(row.getLong("id"), row.getString("client_key"), row.getInt("version"),
                row.getString("study_instance_uid"), row.getString("series_instance_uid"),
                row.getString("sop_instance_uid"), row.getInt("frame"),
                MeasurementType.of(row.getString("measurement_type")).orElseThrow(),
                JSON.readValue(row.getString("measurement_data"), MeasurementData.class),
                text(row, "author"), text(row, "author_name"), text(row, "changer"), text(row, "changer_name"),
                time(row, "created_at"), time(row, "updated_at"));
    }

    private static String text(ResultSet row, String column) throws SQLException {
        String text = row.getString(column);
        return text == null ? "" : text;
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
    }
}
