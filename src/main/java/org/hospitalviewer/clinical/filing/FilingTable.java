package org.hospitalviewer.clinical.filing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.hospitalviewer.dicom.data.UID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which reports are in the archive and which wait for it. */
@Component
class FilingTable {

    private static final int LONGEST_MESSAGE = 1_000;

    private final JdbcClient jdbc;

    FilingTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Versions of one report share a series. */
    void add(long reportId, int version, String studyInstanceUid, FiledReport.Kind kind) {
        String series = before(reportId, version, kind).map(FiledReport::seriesInstanceUid).orElseGet(UID::random);
        jdbc.sql("INSERT IGNORE INTO filed_reports (report_id, version, kind, study_instance_uid, series_instance_uid, "
                        + "sop_instance_uid) VALUES (?, ?, ?, ?, ?, ?)")
                .params(reportId, version, kind.name(), studyInstanceUid, series, UID.random()).update();
    }

    /** The version before this one, there or not. */
    Optional<FiledReport> before(long reportId, int version, FiledReport.Kind kind) {
        return jdbc.sql("SELECT * FROM filed_reports WHERE report_id = ? AND kind = ? AND version < ? "
                        + "ORDER BY version DESC LIMIT 1")
                .params(reportId, kind.name(), version).query(FilingTable::filed).optional();
    }

    /** Those that waited longest first. */
    List<FiledReport> waiting() {
        return jdbc.sql("SELECT * FROM filed_reports WHERE filed_at IS NULL ORDER BY id LIMIT 1000")
                .query(FilingTable::filed).list();
    }

    void done(long id) {
        jdbc.sql("UPDATE filed_reports SET filed_at = ?, message = '' WHERE id = ?")
                .params(LocalDateTime.now(ZoneOffset.UTC), id).update();
    }

    void failed(long id, String why) {
        jdbc.sql("UPDATE filed_reports SET message = ? WHERE id = ?")
                .params(why.substring(0, Math.min(why.length(), LONGEST_MESSAGE)), id).update();
    }

    /** Nothing is to come of it any more. */
    void remove(long id) {
        jdbc.sql("DELETE FROM filed_reports WHERE id = ?").param(id).update();
    }

    private static FiledReport filed(ResultSet row, int number) throws SQLException {
        return new FiledReport(row.getLong("id"), row.getLong("report_id"), row.getInt("version"),
                FiledReport.Kind.valueOf(row.getString("kind")), row.getString("study_instance_uid"),
                row.getString("series_instance_uid"), row.getString("sop_instance_uid"),
                row.getObject("filed_at") != null, row.getString("message"));
    }
}
