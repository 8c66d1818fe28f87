package org.hospitalviewer.sync;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The runs as the database keeps them. */
@Component
class SyncHistory {

    private static final int KEPT = 2_000;

    private final JdbcClient jdbc;

    SyncHistory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A run in which nothing was to do leaves no trace; the same failure again counts up. */
    void add(SyncTarget target, Instant started, Counts counts, SyncRun.Status status, String error) {
        if (status == SyncRun.Status.DONE && counts.isNothing()) {
            return;
        }
        String shown = TargetTable.cut(error);
        Optional<SyncRun> last = jdbc.sql("SELECT * FROM sync_history WHERE target_id = ? ORDER BY id DESC LIMIT 1")
                .param(target.id()).query(SyncHistory::run).optional();
        if (counts.isNothing() && last.isPresent() && last.get().status() == status && last.get().error().equals(shown)) {
            jdbc.sql("UPDATE sync_history SET repeats = repeats + 1, completed_at = ?, commands = commands + ? WHERE id = ?")
                    .params(TargetTable.utc(Instant.now()), counts.commands(), last.get().id()).update();
            return;
        }
        jdbc.sql("INSERT INTO sync_history (target_id, target_name, started_at, completed_at, files, bytes, deleted, "
                        + "commands, status, error) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(target.id(), target.name(), TargetTable.utc(started), TargetTable.utc(Instant.now()),
                        counts.files(), counts.bytes(), counts.deleted(), counts.commands(), status.name(), shown)
                .update();
        jdbc.sql("DELETE FROM sync_history WHERE id <= (SELECT id FROM (SELECT id FROM sync_history ORDER BY id DESC "
                + "LIMIT 1 OFFSET ?) AS oldest)").param(KEPT).update();
    }

    /** Newest first. */
    List<SyncRun> newest(int limit) {
        return jdbc.sql("SELECT * FROM sync_history ORDER BY id DESC LIMIT ?").param(limit).query(SyncHistory::run).list();
    }

    private static SyncRun run(ResultSet row, int number) throws SQLException {
        return new SyncRun(row.getLong("id"), row.getLong("target_id"), row.getString("target_name"),
                TargetTable.instant(row, "started_at"), TargetTable.instant(row, "completed_at"), row.getLong("files"),
                row.getLong("bytes"), row.getLong("deleted"), row.getLong("commands"), row.getInt("repeats"),
                SyncRun.Status.valueOf(row.getString("status")), row.getString("error"));
    }

    /** What a run did. */
    record Counts(long files, long bytes, long deleted, long commands) {
        boolean isNothing() {
            return files == 0 && deleted == 0;
        }
    }
}
