package org.hospitalviewer.clinical.prescription;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.hospitalviewer.clinical.report.Person;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The prescriptions as the database keeps them. */
@Component
class PrescriptionTable {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String SELECT = "SELECT p.*, d.username AS doctor, d.full_name AS doctor_name, "
            + "w.username AS withdrawer, w.full_name AS withdrawer_name FROM prescriptions p "
            + "LEFT JOIN users d ON d.id = p.prescribed_by LEFT JOIN users w ON w.id = p.withdrawn_by WHERE ";

    private final JdbcClient jdbc;

    PrescriptionTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What the JSON of a row holds. */
    private record Data(List<Medication> medications, String remark) {
    }

    List<Prescription> ofStudy(String studyInstanceUid) {
        return jdbc.sql(SELECT + "p.study_instance_uid = ? ORDER BY p.id DESC").param(studyInstanceUid)
                .query(PrescriptionTable::prescription).list();
    }

    List<Prescription> ofStudies(Collection<String> studyInstanceUids) {
        return studyInstanceUids.isEmpty() ? List.of()
                : jdbc.sql(SELECT + "p.study_instance_uid IN (:studies) ORDER BY p.id DESC")
                .param("studies", studyInstanceUids).query(PrescriptionTable::prescription).list();
    }

    /** The newest first, before one that is known; at most {@code limit}. */
    List<Prescription> ofPatient(String patientIdentifier, long before, int limit) {
        return jdbc.sql(SELECT + "p.patient_identifier = ? AND p.id < ? ORDER BY p.id DESC LIMIT ?")
                .params(patientIdentifier, before, limit).query(PrescriptionTable::prescription).list();
    }

    Optional<Prescription> find(long id) {
        return jdbc.sql(SELECT + "p.id = ?").param(id).query(PrescriptionTable::prescription).optional();
    }

    int count(String studyInstanceUid) {
        return jdbc.sql("SELECT COUNT(*) FROM prescriptions WHERE study_instance_uid = ?").param(studyInstanceUid)
                .query(Integer.class).single();
    }

    long insert(NewPrescription added, String patientIdentifier, long userId) {
        KeyHolder id = new GeneratedKeyHolder();
        jdbc.sql("INSERT INTO prescriptions (study_instance_uid, patient_identifier, prescription_data, prescribed_by, "
                        + "created_at) VALUES (?, ?, ?, ?, ?)")
                .params(added.studyInstanceUid(), patientIdentifier,
                        JSON.writeValueAsString(new Data(added.medications(), added.remark())), userId,
                        LocalDateTime.now(ZoneOffset.UTC))
                .update(id, "id");
        return id.getKey().longValue();
    }

    /** Says whether it held until now. */
    boolean withdraw(long id, String reason, long userId) {
        return jdbc.sql("UPDATE prescriptions SET withdrawn_at = ?, withdrawn_by = ?, withdrawn_reason = ? "
                        + "WHERE id = ? AND withdrawn_at IS NULL")
                .params(LocalDateTime.now(ZoneOffset.UTC), userId, reason, id).update() > 0;
    }

    private static Prescription prescription(ResultSet row, int number) throws SQLException {
        Data data = JSON.readValue(row.getString("prescription_data"), Data.class);
        Instant withdrawnAt = time(row, "withdrawn_at");
        return new Prescription(row.getLong("id"), row.getString("study_instance_uid"),
                row.getString("patient_identifier"), data.medications(), data.remark(),
                person(row, "prescribed_by", "doctor"), time(row, "created_at"), withdrawnAt == null ? null
                : new Prescription.Withdrawal(person(row, "withdrawn_by", "withdrawer"), withdrawnAt,
                        row.getString("withdrawn_reason")));
    }

    /** Without a name when the user is gone. */
    private static Person person(ResultSet row, String column, String prefix) throws SQLException {
        return new Person(row.getLong(column), text(row, prefix), text(row, prefix + "_name"));
    }

    private static String text(ResultSet row, String column) throws SQLException {
        String text = row.getString(column);
        return text == null ? "" : text;
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        LocalDateTime time = row.getObject(column, LocalDateTime.class);
        return time == null ? null : time.toInstant(ZoneOffset.UTC);
    }
}
