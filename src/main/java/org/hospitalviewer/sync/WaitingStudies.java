package org.hospitalviewer.sync;

import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Studies to look at, per target. What is done leaves; the rest is there after a crash. */
@Component
class WaitingStudies {

    private final JdbcClient jdbc;

    WaitingStudies(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A study in wait.
     *
     * @param deleted it was deleted here
     * @param asked   how often it was asked for since it waits
     */
    record Waiting(String studyInstanceUid, boolean deleted, int asked) {
    }

    void add(long target, Collection<String> studies) {
        studies.forEach(study -> add(target, study, false));
    }

    void add(long target, String study, boolean deleted) {
        jdbc.sql("INSERT INTO sync_waiting (target_id, study_instance_uid, is_deleted) VALUES (?, ?, ?) "
                + "ON DUPLICATE KEY UPDATE is_deleted = is_deleted OR VALUES(is_deleted), "
                + "asked = asked + 1").params(target, study, deleted)
                .update();
    }

    /** The next ones after a study, in the order of UIDs. */
    List<Waiting> after(long target, String study, int limit) {
        return jdbc.sql("SELECT study_instance_uid, is_deleted, asked FROM sync_waiting WHERE target_id = ? "
                        + "AND study_instance_uid > ? ORDER BY study_instance_uid LIMIT ?")
                .params(target, study, limit).query((row, _) -> new Waiting(row.getString(1), row.getBoolean(2),
                        row.getInt(3))).list();
    }

    /** It is done, unless it was asked for once more since it was looked up: that may have been for something new. */
    void remove(long target, Waiting done) {
        jdbc.sql("DELETE FROM sync_waiting WHERE target_id = ? AND study_instance_uid = ? AND asked = ?")
                .params(target, done.studyInstanceUid(), done.asked()).update();
    }

    /** Of another source nothing is known yet. */
    void clear() {
        jdbc.sql("DELETE FROM sync_waiting").update();
    }

    long count(long target) {
        return jdbc.sql("SELECT COUNT(*) FROM sync_waiting WHERE target_id = ?").param(target).query(Long.class).single();
    }
}
