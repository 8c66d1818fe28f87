package org.hospitalviewer.clinical.report;

import static org.hospitalviewer.clinical.report.ReportRow.JSON;
import static org.hospitalviewer.clinical.report.ReportRow.utc;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Text that is typed and not saved, one row per report and user. */
@Component
class WorkingCopyTable {

    private final JdbcClient jdbc;

    WorkingCopyTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<WorkingCopy> find(long reportId, long userId) {
        return jdbc.sql("SELECT * FROM report_working_copies WHERE report_id = ? AND user_id = ?")
                .params(reportId, userId)
                .query((row, _) -> new WorkingCopy(row.getInt("based_on_version"), row.getInt("revision"),
                        JSON.readValue(row.getString("content"), ReportContent.class), ReportRow.time(row, "saved_at")))
                .optional();
    }

    void put(long reportId, long userId, WorkingCopy copy) {
        jdbc.sql("INSERT INTO report_working_copies (report_id, user_id, based_on_version, revision, content, saved_at) "
                        + "VALUES (?, ?, ?, ?, ?, ?) ON DUPLICATE KEY UPDATE based_on_version = VALUES(based_on_version), "
                        + "revision = VALUES(revision), content = VALUES(content), saved_at = VALUES(saved_at)")
                .params(reportId, userId, copy.basedOnVersion(), copy.revision(),
                        JSON.writeValueAsString(copy.content()), utc(copy.savedAt()))
                .update();
    }

    /**
     * Says whether there was one.
     *
     * @param revision the newest to delete; null for any
     */
    boolean delete(long reportId, long userId, Integer revision) {
        return jdbc.sql("DELETE FROM report_working_copies WHERE report_id = ? AND user_id = ? AND revision <= ?")
                .params(reportId, userId, revision == null ? Integer.MAX_VALUE : revision).update() > 0;
    }
}
