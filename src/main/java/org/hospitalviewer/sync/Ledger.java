package org.hospitalviewer.sync;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What lies at each target. A file is entered once it has its name there, so that the ledger never promises too much. */
@Component
class Ledger {

    private final JdbcClient jdbc;

    Ledger(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The files of a study by SOP Instance UID. */
    Map<String, LedgerItem> ofStudy(long target, String publisher, String study) {
        Map<String, LedgerItem> items = new LinkedHashMap<>();
        jdbc.sql("SELECT * FROM sync_items WHERE target_id = ? AND publisher = ? AND study_instance_uid = ?")
                .params(target, publisher, study).query(Ledger::item).list()
                .forEach(item -> items.put(item.sopInstanceUid(), item));
        return items;
    }

    /** @return false when the target has been changed meanwhile: then the file lies at a place that counts no more */
    boolean put(SyncTarget target, String publisher, String study, LedgerItem item) {
        return jdbc.sql("REPLACE INTO sync_items (target_id, publisher, study_instance_uid, sop_instance_uid, version, path, "
                        + "bytes, sha256) SELECT id, ?, ?, ?, ?, ?, ?, ? FROM sync_configuration WHERE id = ? "
                        + "AND generation = ?")
                .params(publisher, study, item.sopInstanceUid(), item.version(), item.path(), item.bytes(), item.sha256(),
                        target.id(), target.generation()).update() > 0;
    }

    void remove(long target, String publisher, String study, String sopInstanceUid) {
        jdbc.sql("DELETE FROM sync_items WHERE target_id = ? AND publisher = ? AND study_instance_uid = ? "
                + "AND sop_instance_uid = ?").params(target, publisher, study, sopInstanceUid).update();
    }

    /** The first study after the given one, in the order of UIDs. */
    Optional<String> studyAfter(long target, String publisher, String study) {
        return jdbc.sql("SELECT study_instance_uid FROM sync_items WHERE target_id = ? AND publisher = ? "
                        + "AND study_instance_uid > ? ORDER BY study_instance_uid LIMIT 1")
                .params(target, publisher, study).query(String.class).optional();
    }

    /** Number of files and of bytes at a target, manifests left aside. */
    Sum sum(long target) {
        return jdbc.sql("SELECT COUNT(*), COALESCE(SUM(bytes), 0), COUNT(DISTINCT study_instance_uid) FROM sync_items "
                        + "WHERE target_id = ? AND sop_instance_uid <> ''").param(target)
                .query((row, _) -> new Sum(row.getLong(1), row.getLong(2), row.getLong(3))).single();
    }

    boolean isEmpty(long target) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM sync_items WHERE target_id = ?)").param(target).query(Long.class)
                .single() == 0;
    }

    private static LedgerItem item(ResultSet row, int number) throws SQLException {
        return new LedgerItem(row.getString("sop_instance_uid"), row.getString("version"), row.getString("path"),
                row.getLong("bytes"), row.getString("sha256"));
    }

    /** What lies at a target. */
    record Sum(long files, long bytes, long studies) {
    }
}
