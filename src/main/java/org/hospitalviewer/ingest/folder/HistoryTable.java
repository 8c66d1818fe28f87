package org.hospitalviewer.ingest.folder;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What became of each file, as the database keeps it: one row a file. */
@Component
class HistoryTable {

    private static final int COLUMNS = 9;
    private static final int MAX_PATH = 16_000;
    private static final int MAX_ERROR = 1_000;
    private static final int MAX_UID = 64;

    private final JdbcClient jdbc;

    HistoryTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What is known of a file.
     *
     * @param jobId of the import that took it, 0 for monitoring
     */
    record Known(long size, long modifiedMillis, ImportStatus status, long jobId) {

        boolean isUnchanged(SourceFile file) {
            return size == file.size() && modifiedMillis == file.modifiedMillis();
        }
    }

    /** Of these files, those that are known. */
    Map<PathKey, Known> known(Collection<PathKey> keys) {
        Map<PathKey, Known> known = new HashMap<>();
        if (!keys.isEmpty()) {
            jdbc.sql("SELECT path_key, size, modified_ms, status, job_id FROM import_history WHERE path_key IN ("
                            + String.join(", ", Collections.nCopies(keys.size(), "?")) + ")")
                    .params(keys.stream().map(PathKey::text).toList())
                    .query((ResultSet row) -> {
                        known.put(new PathKey(row.getString(1)), new Known(row.getLong(2), row.getLong(3),
                                ImportStatus.valueOf(row.getString(4)), row.getLong(5)));
                    });
        }
        return known;
    }

    /**
     * Keeps what became of files, all of them or none.
     *
     * @param jobId of the import, 0 for monitoring
     */
    void put(long jobId, List<TakenFile> files) {
        if (files.isEmpty()) {
            return;
        }
        LocalDateTime now = utc(Instant.now());
        List<Object> values = new ArrayList<>(files.size() * COLUMNS);
        for (TakenFile file : files) {
            Collections.addAll(values, file.key().text(), cut(file.path(), MAX_PATH), file.size(),
                    file.modifiedMillis(), jobId == 0 ? null : jobId, file.status().name(),
                    cut(file.sopInstanceUid(), MAX_UID), cut(file.reason(), MAX_ERROR), now);
        }
        jdbc.sql("INSERT INTO import_history (path_key, path, size, modified_ms, job_id, status, sop_instance_uid, "
                        + "error, taken_at) VALUES "
                        + String.join(", ", Collections.nCopies(files.size(), "(?, ?, ?, ?, ?, ?, ?, ?, ?)"))
                        + " ON DUPLICATE KEY UPDATE size = VALUES(size), modified_ms = VALUES(modified_ms), "
                        + "job_id = VALUES(job_id), status = VALUES(status), error = VALUES(error), "
                        + "sop_instance_uid = VALUES(sop_instance_uid), taken_at = VALUES(taken_at)")
                .params(values).update();
    }

    /** How many files of an import came to what. */
    Map<ImportStatus, Long> counts(long jobId) {
        Map<ImportStatus, Long> counts = new EnumMap<>(ImportStatus.class);
        jdbc.sql("SELECT status, COUNT(*) FROM import_history WHERE job_id = ? GROUP BY status").param(jobId)
                .query((ResultSet row) -> {
                    counts.put(ImportStatus.valueOf(row.getString(1)), row.getLong(2));
                });
        return counts;
    }

    /** Number of files that monitoring imported since then. */
    long monitoredSince(Instant since) {
        return jdbc.sql("SELECT COUNT(*) FROM import_history WHERE taken_at >= ? AND status = ? AND job_id IS NULL")
                .params(utc(since), ImportStatus.IMPORTED.name()).query(Long.class).single();
    }

    /**
     * The newest rows first.
     *
     * @param jobId    of one import; null for all
     * @param statuses of these only
     * @param before   number of the row after the first one wanted; 0 from the newest on
     */
    List<HistoryEntry> newest(Long jobId, Collection<ImportStatus> statuses, long before, int limit) {
        return jdbc.sql("SELECT * FROM import_history WHERE (:job IS NULL OR job_id = :job) AND status IN (:statuses) "
                        + "AND (:before = 0 OR id < :before) ORDER BY id DESC LIMIT :limit")
                .param("job", jobId).param("statuses", statuses.stream().map(Enum::name).toList())
                .param("before", before).param("limit", limit).query(HistoryTable::row).list();
    }

    private static HistoryEntry row(ResultSet row, int number) throws SQLException {
        long job = row.getLong("job_id");
        return new HistoryEntry(row.getLong("id"), job == 0 ? null : job, row.getString("path"), row.getLong("size"),
                Instant.ofEpochMilli(row.getLong("modified_ms")), ImportStatus.valueOf(row.getString("status")),
                row.getString("sop_instance_uid"), row.getString("error"), instant(row, "taken_at"));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        LocalDateTime time = row.getObject(column, LocalDateTime.class);
        return time == null ? null : time.toInstant(ZoneOffset.UTC);
    }

    static LocalDateTime utc(Instant time) {
        return time == null ? null : LocalDateTime.ofInstant(time, ZoneOffset.UTC);
    }

    /** Never between the two halves of a character beyond the basic plane. */
    static String cut(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length);
    }
}
