package org.hospitalviewer.archive.embedded;

import java.util.List;
import java.util.Optional;
import org.hospitalviewer.archive.StudyChange;
import org.hospitalviewer.archive.StudyChanges;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The newest changes of studies, kept in the index so that followers miss none over a restart. */
final class ChangeLog {

    /** Months of a clinic's work. */
    private static final int KEPT = 100_000;

    private final JdbcClient jdbc;

    ChangeLog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds a change within the transaction that makes it. */
    StudyChange add(String studyUid, StudyChange.Kind kind) {
        jdbc.sql("INSERT INTO study_change (study_uid, kind) VALUES (?, ?)").params(studyUid, kind.name()).update();
        long sequence = jdbc.sql("SELECT LAST_INSERT_ID()").query(Long.class).single();
        return new StudyChange(sequence, kind, studyUid);
    }

    /** Sequence number of the newest change. */
    long last() {
        return end("MAX");
    }

    StudyChanges since(long sequence, int limit) {
        long last = last();
        if (sequence > last || sequence < end("MIN")) {
            return new StudyChanges(last, false, List.of());
        }
        List<StudyChange> changes = jdbc.sql("SELECT sequence, study_uid, kind FROM study_change WHERE sequence > ? "
                        + "ORDER BY sequence LIMIT ?").params(sequence, limit)
                .query((row, _) -> new StudyChange(row.getLong(1), StudyChange.Kind.valueOf(row.getString(3)),
                        row.getString(2)))
                .list();
        return new StudyChanges(changes.isEmpty() ? sequence : changes.getLast().sequence(), true, changes);
    }

    /** Forgets all but the newest. */
    void prune() {
        Optional<Long> oldestKept = jdbc.sql("SELECT sequence FROM study_change ORDER BY sequence DESC LIMIT 1 OFFSET ?")
                .param(KEPT).query(Long.class).optional();
        oldestKept.ifPresent(oldest -> jdbc.sql("DELETE FROM study_change WHERE sequence < ?").param(oldest).update());
    }

    private long end(String function) {
        return jdbc.sql("SELECT COALESCE(" + function + "(sequence), 0) FROM study_change").query(Long.class).single();
    }
}
