package org.hospitalviewer.clinical.report;

import static org.hospitalviewer.clinical.report.ReportRow.JSON;
import static org.hospitalviewer.clinical.report.ReportRow.utc;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Component;

/** The reports as the database keeps them, each in its newest version. */
@Component
class ReportTable {

    static final String SELECT = "SELECT r.*, a.username AS author, a.full_name AS author_name, "
            + "c.username AS changer, c.full_name AS changer_name, p.username AS physician, "
            + "p.full_name AS physician_name, s.username AS signer, s.full_name AS signer_name FROM medical_reports r "
            + "LEFT JOIN users a ON a.id = r.created_by LEFT JOIN users c ON c.id = r.modified_by "
            + "LEFT JOIN users p ON p.id = r.reporting_physician_id LEFT JOIN users s ON s.id = r.signed_by ";

    private final JdbcClient jdbc;

    ReportTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Report> ofStudy(String studyInstanceUid) {
        return jdbc.sql(SELECT + "WHERE r.study_instance_uid = ? AND r.deleted_at IS NULL ORDER BY r.id")
                .param(studyInstanceUid).query(ReportRow::report).list();
    }

    /** Deleted ones counted too, since they take room as well. */
    int count(String studyInstanceUid) {
        return jdbc.sql("SELECT COUNT(*) FROM medical_reports WHERE study_instance_uid = ?").param(studyInstanceUid)
                .query(Integer.class).single();
    }

    Optional<Report> find(long id) {
        return jdbc.sql(SELECT + "WHERE r.id = ? AND r.deleted_at IS NULL").param(id).query(ReportRow::report)
                .optional();
    }

    List<Long> signed() {
        return jdbc.sql("SELECT id FROM medical_reports WHERE status <> ? AND deleted_at IS NULL ORDER BY id")
                .param(ReportStatus.DRAFT.code()).query(Long.class).list();
    }

    /** Also one that is deleted. */
    Optional<Report> findByKey(String key) {
        return jdbc.sql(SELECT + "WHERE r.client_key = ?").param(key).query(ReportRow::report).optional();
    }

    /** Until the transaction ends, nobody else passes here with the same report. */
    Optional<Report> findAlone(long id) {
        jdbc.sql("SELECT id FROM medical_reports WHERE id = ? FOR UPDATE").param(id).query(Long.class).optional();
        return find(id);
    }

    /** @throws org.springframework.dao.DuplicateKeyException when the key is there already */
    long insert(NewReport added, Instant studyAt, long userId, Instant now) {
        ReportContent content = added.content();
        KeyHolder id = new GeneratedKeyHolder();
        jdbc.sql("INSERT INTO medical_reports (client_key, study_instance_uid, study_at, report_type, title, indication, "
                        + "technique, findings, impression, structured_fields, key_images, reporting_physician_id, status, "
                        + "version, created_by, modified_by, modified_at, created_at) "
                        + "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'draft', 1, ?, ?, ?, ?)")
                .params(added.key(), added.studyInstanceUid(), utc(studyAt), content.reportType(), content.title(),
                        content.indication(), content.technique(), content.findings(), content.impression(),
                        JSON.writeValueAsString(content.fields()), JSON.writeValueAsString(content.keyImages()),
                        content.reportingPhysicianId(), userId, userId, utc(now), utc(now))
                .update(id, "id");
        return id.getKey().longValue();
    }

    /** Writes the next version over the one that is expected; says whether that was still the newest. */
    boolean update(long id, int expected, ReportStatus status, ReportContent content, String reason, long userId,
                   Instant now) {
        return jdbc.sql("UPDATE medical_reports SET version = version + 1, status = ?, report_type = ?, title = ?, "
                        + "indication = ?, technique = ?, findings = ?, impression = ?, structured_fields = ?, "
                        + "key_images = ?, reporting_physician_id = ?, reason = ?, modified_by = ?, modified_at = ? "
                        + "WHERE id = ? AND version = ? AND deleted_at IS NULL")
                .params(status.code(), content.reportType(), content.title(), content.indication(),
                        content.technique(), content.findings(), content.impression(),
                        JSON.writeValueAsString(content.fields()), JSON.writeValueAsString(content.keyImages()),
                        content.reportingPhysicianId(), reason, userId, utc(now), id, expected)
                .update() > 0;
    }

    void sign(long id, long userId, String line, Instant now) {
        jdbc.sql("UPDATE medical_reports SET signed_by = ?, signed_at = ?, signature_line = ?, "
                        + "first_signed_at = COALESCE(first_signed_at, ?) WHERE id = ?")
                .params(userId, utc(now), line, utc(now), id).update();
    }

    void delete(long id, String reason, long userId, Instant now) {
        jdbc.sql("UPDATE medical_reports SET deleted_at = ?, deleted_by = ?, reason = ? WHERE id = ?")
                .params(utc(now), userId, reason, id).update();
    }
}
