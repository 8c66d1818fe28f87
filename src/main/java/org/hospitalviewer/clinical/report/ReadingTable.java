package org.hospitalviewer.clinical.report;

import static org.hospitalviewer.clinical.report.ReportRow.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the database knows of many studies at once: their reports, who reads them, how long that took. */
@Component
class ReadingTable {

    /** More parameters make a statement slow. */
    private static final int STUDIES_AT_ONCE = 500;
    private static final String LIST = "SELECT r.id, r.study_instance_uid, r.report_type, r.title, r.status, r.version, "
            + "r.created_by, r.modified_by, r.modified_at, r.reporting_physician_id, r.signed_by, r.signed_at, "
            + "r.signature_line, a.username AS author, a.full_name AS author_name, "
            + "c.username AS changer, c.full_name AS changer_name, p.username AS physician, p.full_name AS physician_name, "
            + "s.username AS signer, s.full_name AS signer_name, g.assigned_to, COALESCE(g.urgent, FALSE) AS urgent, "
            + "u.username AS reader, u.full_name AS reader_name, w.user_id IS NOT NULL AS unsaved FROM medical_reports r "
            + "LEFT JOIN users a ON a.id = r.created_by LEFT JOIN users c ON c.id = r.modified_by "
            + "LEFT JOIN users p ON p.id = r.reporting_physician_id LEFT JOIN users s ON s.id = r.signed_by "
            + "LEFT JOIN study_reading g ON g.study_instance_uid = r.study_instance_uid "
            + "LEFT JOIN users u ON u.id = g.assigned_to "
            + "LEFT JOIN report_working_copies w ON w.report_id = r.id AND w.user_id = :user "
            + "WHERE r.deleted_at IS NULL AND (:status IS NULL OR r.status = :status) "
            + "AND (:drafts OR r.status <> 'draft') AND (:assigned IS NULL OR g.assigned_to = :assigned) "
            + "AND (NOT :mine OR r.created_by = :user OR r.modified_by = :user OR r.reporting_physician_id = :user) "
            + "AND (NOT :unsaved OR w.user_id IS NOT NULL) "
            + "AND (r.modified_at < :time OR (r.modified_at = :time AND r.id < :id)) "
            + "ORDER BY r.modified_at DESC, r.id DESC LIMIT :limit";

    private final JdbcClient jdbc;

    ReadingTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<ReportPage.Entry> list(ReportFilter filter, boolean drafts, long userId, ReportCursor after, int limit) {
        return jdbc.sql(LIST).param("user", userId).param("drafts", drafts)
                .param("status", filter.status() == null ? null : filter.status().code())
                .param("assigned", filter.assignedTo()).param("mine", filter.mine()).param("unsaved", filter.unsaved())
                .param("time", utc(after.modifiedAt())).param("id", after.id()).param("limit", limit)
                .query(ReadingTable::entry).list();
    }

    private static ReportPage.Entry entry(ResultSet row, int number) throws SQLException {
        return new ReportPage.Entry(row.getLong("id"), row.getString("study_instance_uid"),
                row.getString("report_type"), row.getString("title"),
                ReportStatus.of(row.getString("status")).orElseThrow(), row.getInt("version"),
                ReportRow.person(row, "created_by", "author"), ReportRow.person(row, "modified_by", "changer"),
                ReportRow.time(row, "modified_at"), ReportRow.person(row, "reporting_physician_id", "physician"),
                ReportRow.signature(row), reading(row), row.getBoolean("unsaved"));
    }

    private static StudyReading reading(ResultSet row) throws SQLException {
        return new StudyReading(ReportRow.person(row, "assigned_to", "reader"), row.getBoolean("urgent"));
    }

    /** For each study that has any, the status that counts most. */
    Map<String, ReportStatus> statuses(Collection<String> studies, boolean drafts) {
        Map<String, ReportStatus> statuses = new HashMap<>();
        inGroups(studies, group -> jdbc.sql("SELECT study_instance_uid, status FROM medical_reports "
                        + "WHERE study_instance_uid IN (:studies) AND deleted_at IS NULL AND (:drafts OR status <> 'draft') "
                        + "GROUP BY study_instance_uid, status")
                .param("studies", group).param("drafts", drafts)
                .query(row -> {
                    statuses.merge(row.getString("study_instance_uid"),
                            ReportStatus.of(row.getString("status")).orElseThrow(),
                            (one, other) -> one.compareTo(other) > 0 ? one : other);
                }));
        return statuses;
    }

    /** Only studies of which something is known. */
    Map<String, StudyReading> readings(Collection<String> studies) {
        Map<String, StudyReading> readings = new HashMap<>();
        inGroups(studies, group -> jdbc.sql("SELECT g.*, u.username AS reader, u.full_name AS reader_name "
                        + "FROM study_reading g LEFT JOIN users u ON u.id = g.assigned_to "
                        + "WHERE g.study_instance_uid IN (:studies)")
                .param("studies", group)
                .query(row -> {
                    readings.put(row.getString("study_instance_uid"), reading(row));
                }));
        return readings;
    }

    private static void inGroups(Collection<String> studies, Consumer<List<String>> ask) {
        List<String> all = studies.stream().distinct().toList();
        for (int from = 0; from < all.size(); from += STUDIES_AT_ONCE) {
            ask.accept(all.subList(from, Math.min(all.size(), from + STUDIES_AT_ONCE)));
        }
    }

    /** Studies whose reports have a status, those changed last first. */
    List<String> studiesWith(ReportStatus status, int limit) {
        return jdbc.sql("SELECT study_instance_uid FROM medical_reports WHERE status = ? AND deleted_at IS NULL "
                        + "GROUP BY study_instance_uid ORDER BY MAX(modified_at) DESC LIMIT ?")
                .params(status.code(), limit).query(String.class).list();
    }

    /** Studies that somebody is to read or that are urgent, and that have no signed report; the urgent ones first. */
    List<String> waiting(Long assignedTo, int limit) {
        return jdbc.sql("SELECT g.study_instance_uid FROM study_reading g WHERE (g.urgent OR g.assigned_to IS NOT NULL) "
                        + "AND (:assigned IS NULL OR g.assigned_to = :assigned) AND NOT EXISTS (SELECT 1 FROM "
                        + "medical_reports r WHERE r.study_instance_uid = g.study_instance_uid AND r.deleted_at IS NULL "
                        + "AND r.status <> 'draft') ORDER BY g.urgent DESC, g.created_at LIMIT :limit")
                .param("assigned", assignedTo).param("limit", limit).query(String.class).list();
    }

    void put(String study, Long assignedTo, boolean urgent, long userId) {
        jdbc.sql("INSERT INTO study_reading (study_instance_uid, assigned_to, urgent, modified_by) VALUES (?, ?, ?, ?) "
                        + "ON DUPLICATE KEY UPDATE assigned_to = VALUES(assigned_to), urgent = VALUES(urgent), "
                        + "modified_by = VALUES(modified_by)")
                .params(study, assignedTo, urgent, userId).update();
    }

    /** From the images to the first signature, of reports first signed since then, the shortest first. */
    List<Duration> turnarounds(Instant since) {
        return jdbc.sql("SELECT TIMESTAMPDIFF(SECOND, study_at, first_signed_at) AS seconds FROM medical_reports "
                        + "WHERE first_signed_at >= ? AND study_at IS NOT NULL AND study_at <= first_signed_at "
                        + "AND deleted_at IS NULL ORDER BY seconds")
                .param(utc(since)).query(Long.class).list().stream().map(Duration::ofSeconds).toList();
    }

    int drafts() {
        return jdbc.sql("SELECT COUNT(*) FROM medical_reports WHERE status = 'draft' AND deleted_at IS NULL")
                .query(Integer.class).single();
    }

    int signedSince(Instant since) {
        return jdbc.sql("SELECT COUNT(*) FROM medical_reports WHERE first_signed_at >= ? AND deleted_at IS NULL")
                .param(utc(since)).query(Integer.class).single();
    }
}
