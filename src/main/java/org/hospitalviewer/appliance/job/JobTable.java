package org.hospitalviewer.appliance.job;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Component;

/** The runs as the database keeps them. */
@Component
class JobTable {

    private static final int MAX_ITEM = 512;
    private static final int MAX_NOTE = 1_000;
    private static final int MAX_MESSAGE = 2_000;
    private static final int KEPT_PER_KIND = 200;

    private final JdbcClient jdbc;

    JobTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    JobRun insert(String kind, String startedBy) {
        KeyHolder id = new GeneratedKeyHolder();
        jdbc.sql("INSERT INTO jobs (kind, state, started_by, created_at) VALUES (?, ?, ?, ?)")
                .params(kind, JobState.QUEUED.name(), startedBy, utc(Instant.now())).update(id, "id");
        return find(id.getKey().longValue()).orElseThrow();
    }

    void update(JobRun run) {
        jdbc.sql("UPDATE jobs SET state = ?, attempt = ?, total = ?, done = ?, bytes = ?, current_item = ?, note = ?, "
                        + "message = ?, started_at = ?, ended_at = ? WHERE id = ?")
                .params(Arrays.asList(run.state().name(), run.attempt(), run.total(), run.done(), run.bytes(),
                        cut(run.current(), MAX_ITEM), cut(run.note(), MAX_NOTE), cut(run.message(), MAX_MESSAGE),
                        utc(run.startedAt()), utc(run.endedAt()), run.id()))
                .update();
    }

    void saveState(long id, String json) {
        jdbc.sql("UPDATE jobs SET saved_state = ? WHERE id = ?").params(json, id).update();
    }

    Optional<String> savedState(long id) {
        return jdbc.sql("SELECT saved_state FROM jobs WHERE id = ? AND saved_state IS NOT NULL").param(id)
                .query(String.class).optional();
    }

    Optional<JobRun> find(long id) {
        return jdbc.sql("SELECT * FROM jobs WHERE id = ?").param(id).query(JobTable::run).optional();
    }

    List<JobRun> newest(int limit) {
        return jdbc.sql("SELECT * FROM jobs ORDER BY id DESC LIMIT ?").param(limit).query(JobTable::run).list();
    }

    Optional<JobRun> newestOf(String kind) {
        return jdbc.sql("SELECT * FROM jobs WHERE kind = ? ORDER BY id DESC LIMIT 1").param(kind)
                .query(JobTable::run).optional();
    }

    Optional<JobRun> newestSucceededOf(String kind) {
        return jdbc.sql("SELECT * FROM jobs WHERE kind = ? AND state = ? ORDER BY id DESC LIMIT 1")
                .params(kind, JobState.SUCCEEDED.name()).query(JobTable::run).optional();
    }

    /** Oldest first. */
    List<JobRun> unfinished() {
        return jdbc.sql("SELECT * FROM jobs WHERE state IN (?, ?) ORDER BY id")
                .params(JobState.QUEUED.name(), JobState.RUNNING.name()).query(JobTable::run).list();
    }

    void addFinding(long id, String subject, String finding) {
        jdbc.sql("INSERT INTO job_findings (job_id, subject, finding) VALUES (?, ?, ?) "
                        + "ON DUPLICATE KEY UPDATE finding = VALUES(finding)")
                .params(id, cut(subject, MAX_ITEM), cut(finding, MAX_NOTE)).update();
    }

    List<JobFinding> findings(long id) {
        return jdbc.sql("SELECT subject, finding FROM job_findings WHERE job_id = ? ORDER BY id").param(id)
                .query((row, _) -> new JobFinding(row.getString(1), row.getString(2))).list();
    }

    long countFindings(long id) {
        return jdbc.sql("SELECT COUNT(*) FROM job_findings WHERE job_id = ?").param(id).query(Long.class).single();
    }

    /** Of scheduled runs that had nothing to do and said so alike, only the last is kept. */
    void forgetIdleBefore(JobRun last) {
        if (last.state() == JobState.SUCCEEDED && last.done() == 0 && last.startedBy().equals(JobService.SCHEDULE)) {
            jdbc.sql("DELETE FROM jobs WHERE kind = ? AND id < ? AND started_by = ? AND state = ? AND done = 0 "
                            + "AND message = ?")
                    .params(last.kind(), last.id(), JobService.SCHEDULE, last.state().name(),
                            cut(last.message(), MAX_MESSAGE)).update();
        }
    }

    /** Forgets all but the newest runs of a kind. */
    void prune(String kind) {
        jdbc.sql("DELETE FROM jobs WHERE kind = ? AND id <= (SELECT id FROM (SELECT id FROM jobs WHERE kind = ? "
                        + "ORDER BY id DESC LIMIT 1 OFFSET ?) AS oldest)")
                .params(kind, kind, KEPT_PER_KIND).update();
    }

    private static JobRun run(ResultSet row, int number) throws SQLException {
        return new JobRun(row.getLong("id"), row.getString("kind"), JobState.valueOf(row.getString("state")),
                row.getString("started_by"), instant(row, "created_at"), instant(row, "started_at"),
                instant(row, "ended_at"), row.getInt("attempt"), row.getLong("done"), row.getLong("total"),
                row.getLong("bytes"), row.getString("current_item"), row.getString("note"), row.getString("message"));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        LocalDateTime time = row.getObject(column, LocalDateTime.class);
        return time == null ? null : time.toInstant(ZoneOffset.UTC);
    }

    static LocalDateTime utc(Instant time) {
        return time == null ? null : LocalDateTime.ofInstant(time, ZoneOffset.UTC);
    }

    /** Never between the two halves of a character beyond the basic plane. */
    private static String cut(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length);
    }
}
