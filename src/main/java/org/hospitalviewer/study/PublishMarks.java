package org.hospitalviewer.study;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The marks as the database keeps them; for the program's own work, behind which there is no user. */
@Component
public class PublishMarks {

    /** More parameters make a statement slow. */
    private static final int STUDIES_AT_ONCE = 500;

    private final JdbcClient jdbc;

    PublishMarks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Empty when the study was never marked. */
    public Optional<PublishMark> find(String studyInstanceUid) {
        return jdbc.sql("SELECT * FROM publish_marks WHERE study_instance_uid = ?").param(studyInstanceUid)
                .query(PublishMarks::mark).optional();
    }

    /** Those of these studies that are marked. */
    Set<String> marked(Collection<String> studies) {
        Set<String> marked = new TreeSet<>();
        List<String> all = studies.stream().distinct().toList();
        for (int from = 0; from < all.size(); from += STUDIES_AT_ONCE) {
            marked.addAll(jdbc.sql("SELECT study_instance_uid FROM publish_marks WHERE is_marked "
                            + "AND study_instance_uid IN (:studies)")
                    .param("studies", all.subList(from, Math.min(all.size(), from + STUDIES_AT_ONCE)))
                    .query(String.class).list());
        }
        return marked;
    }

    void put(String studyInstanceUid, boolean marked, String username) {
        LocalDateTime now = LocalDateTime.ofInstant(Instant.now().truncatedTo(ChronoUnit.MILLIS), ZoneOffset.UTC);
        jdbc.sql("INSERT INTO publish_marks (study_instance_uid, is_marked, changed_by, changed_at) VALUES (?, ?, ?, ?) "
                + "ON DUPLICATE KEY UPDATE is_marked = VALUES(is_marked), changed_by = VALUES(changed_by), "
                + "changed_at = VALUES(changed_at)").params(studyInstanceUid, marked, username, now).update();
    }

    private static PublishMark mark(ResultSet row, int number) throws SQLException {
        return new PublishMark(row.getString("study_instance_uid"), row.getBoolean("is_marked"),
                row.getString("changed_by"),
                row.getObject("changed_at", LocalDateTime.class).toInstant(ZoneOffset.UTC));
    }
}
