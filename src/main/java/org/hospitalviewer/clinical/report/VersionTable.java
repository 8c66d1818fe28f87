package org.hospitalviewer.clinical.report;

import static org.hospitalviewer.clinical.report.ReportRow.JSON;
import static org.hospitalviewer.clinical.report.ReportRow.utc;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Each version that a report ever had, whole; rows are only added. */
@Component
class VersionTable {

    private final JdbcClient jdbc;

    VersionTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Report report) {
        ReportVersion version = new ReportVersion(report.id(), report.version(), report.status(), report.content(),
                report.modifiedBy(), report.modifiedAt(), report.reason(), report.signature());
        jdbc.sql("INSERT INTO report_versions (report_id, version, report_data, modified_by, modified_at, reason) "
                        + "VALUES (?, ?, ?, ?, ?, ?)")
                .params(report.id(), report.version(), JSON.writeValueAsString(version), report.modifiedBy().id(),
                        utc(report.modifiedAt()), report.reason())
                .update();
    }

    /** The oldest first. */
    List<ReportVersion.Entry> entries(long reportId) {
        return jdbc.sql("SELECT JSON_REMOVE(report_data, '$.content') FROM report_versions WHERE report_id = ? "
                        + "ORDER BY version")
                .param(reportId).query(String.class).list().stream()
                .map(json -> JSON.readValue(json, ReportVersion.Entry.class)).toList();
    }

    Optional<ReportVersion> find(long reportId, int version) {
        return jdbc.sql("SELECT report_data FROM report_versions WHERE report_id = ? AND version = ?")
                .params(reportId, version).query(String.class).optional()
                .map(json -> JSON.readValue(json, ReportVersion.class));
    }
}
