package org.hospitalviewer.ingest.folder;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The imports as the database keeps them. */
@Component
class ImportJobTable {

    private static final int MAX_MESSAGE = 1_000;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;

    ImportJobTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long insert(String path, ImportOptions options, String requestedBy) {
        KeyHolder id = new GeneratedKeyHolder();
        jdbc.sql("INSERT INTO import_jobs (path, options, state, requested_by, created_at) VALUES (?, ?, ?, ?, ?)")
                .params(path, JSON.writeValueAsString(options), ImportJob.State.RUNNING.name(), requestedBy,
                        HistoryTable.utc(Instant.now())).update(id, "id");
        return id.getKey().longValue();
    }

    void startedAs(long id, long runId) {
        jdbc.sql("UPDATE import_jobs SET run_id = ? WHERE id = ?").params(runId, id).update();
    }

    void update(long id, ImportCounts counts) {
        jdbc.sql("UPDATE import_jobs SET files = ?, done = ?, unchanged = ?, not_dicom = ?, imported = ?, "
                        + "duplicates = ?, quarantined = ?, refused = ?, failed = ?, left_out = ? WHERE id = ?")
                .params(counts.files(), counts.done(), counts.unchanged(), counts.notDicom(), counts.imported(),
                        counts.duplicates(), counts.quarantined(), counts.refused(), counts.failed(), counts.leftOut(), id).update();
    }

    void end(long id, ImportJob.State state, String message) {
        jdbc.sql("UPDATE import_jobs SET state = ?, message = ?, ended_at = ? WHERE id = ?")
                .params(Arrays.asList(state.name(), HistoryTable.cut(message, MAX_MESSAGE),
                        HistoryTable.utc(Instant.now()), id)).update();
    }

    /** The one that goes on. */
    Optional<ImportJob> running() {
        return jdbc.sql("SELECT * FROM import_jobs WHERE state = ? ORDER BY id LIMIT 1")
                .param(ImportJob.State.RUNNING.name()).query(ImportJobTable::row).optional();
    }

    List<ImportJob> newest(int limit) {
        return jdbc.sql("SELECT * FROM import_jobs ORDER BY id DESC LIMIT ?").param(limit)
                .query(ImportJobTable::row).list();
    }

    private static ImportJob row(ResultSet row, int number) throws SQLException {
        long run = row.getLong("run_id");
        return new ImportJob(row.getLong("id"), run == 0 ? null : run, row.getString("path"),
                JSON.readValue(row.getString("options"), ImportOptions.class),
                ImportJob.State.valueOf(row.getString("state")), row.getString("requested_by"),
                new ImportCounts(row.getLong("files"), row.getLong("done"), row.getLong("unchanged"),
                        row.getLong("not_dicom"), row.getLong("imported"), row.getLong("duplicates"),
                        row.getLong("quarantined"), row.getLong("refused"), row.getLong("failed"),
                        row.getLong("left_out")),
                row.getString("message"), HistoryTable.instant(row, "created_at"),
                HistoryTable.instant(row, "ended_at"));
    }
}
