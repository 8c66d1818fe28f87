package org.hospitalviewer.appliance.job;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The schedules as the database keeps them. */
@Component
class ScheduleTable {

    private final JdbcClient jdbc;

    ScheduleTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<ScheduledJob> find(String kind) {
        return jdbc.sql("SELECT * FROM job_schedules WHERE kind = ?").param(kind).query(ScheduleTable::row).optional();
    }

    List<ScheduledJob> all() {
        return jdbc.sql("SELECT * FROM job_schedules ORDER BY kind").query(ScheduleTable::row).list();
    }

    void put(ScheduledJob job) {
        jdbc.sql("REPLACE INTO job_schedules (kind, is_enabled, schedule, next_run) VALUES (?, ?, ?, ?)")
                .params(job.kind(), job.enabled(), job.schedule().text(), JobTable.utc(job.nextRun())).update();
    }

    private static ScheduledJob row(ResultSet row, int number) throws SQLException {
        return new ScheduledJob(row.getString("kind"), row.getBoolean("is_enabled"),
                Schedule.parse(row.getString("schedule")), JobTable.instant(row, "next_run"));
    }
}
