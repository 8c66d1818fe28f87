package org.hospitalviewer.clinical.note;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.hospitalviewer.clinical.report.Person;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Component;

/** The notes as the database keeps them. */
@Component
class NoteTable {

    private static final String SELECT = "SELECT n.*, a.username AS author, a.full_name AS author_name, "
            + "c.username AS changer, c.full_name AS changer_name FROM clinical_notes n "
            + "LEFT JOIN users a ON a.id = n.created_by LEFT JOIN users c ON c.id = n.modified_by WHERE ";

    private final JdbcClient jdbc;

    NoteTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Note> ofStudy(String studyInstanceUid) {
        return jdbc.sql(SELECT + "n.study_instance_uid = ? AND n.deleted_at IS NULL ORDER BY n.id")
                .param(studyInstanceUid).query(NoteTable::note).list();
    }

    List<Note> ofStudies(Collection<String> studyInstanceUids) {
        return studyInstanceUids.isEmpty() ? List.of()
                : jdbc.sql(SELECT + "n.study_instance_uid IN (:studies) AND n.deleted_at IS NULL ORDER BY n.id")
                .param("studies", studyInstanceUids).query(NoteTable::note).list();
    }

    List<Note> ofSeries(String seriesInstanceUid) {
        return jdbc.sql(SELECT + "n.series_instance_uid = ? AND n.deleted_at IS NULL ORDER BY n.id")
                .param(seriesInstanceUid).query(NoteTable::note).list();
    }

    /** Deleted ones counted too, since they take room as well. */
    int count(String studyInstanceUid) {
        return jdbc.sql("SELECT COUNT(*) FROM clinical_notes WHERE study_instance_uid = ?").param(studyInstanceUid)
                .query(Integer.class).single();
    }

    Optional<Note> find(long id) {
        return jdbc.sql(SELECT + "n.id = ? AND n.deleted_at IS NULL").param(id).query(NoteTable::note).optional();
    }

    long insert(NewNote added, long userId) {
        KeyHolder id = new GeneratedKeyHolder();
        jdbc.sql("INSERT INTO clinical_notes (study_instance_uid, series_instance_uid, sop_instance_uid, note_text, "
                        + "note_category, created_by, modified_by) VALUES (?, ?, ?, ?, ?, ?, ?)")
                .params(added.studyInstanceUid(), added.seriesInstanceUid(), added.sopInstanceUid(), added.text(),
                        added.category(), userId, userId)
                .update(id, "id");
        return id.getKey().longValue();
    }

    /** Changes the version that is expected; says whether it was still the newest. */
    boolean update(long id, NoteChange change, long userId) {
        return jdbc.sql("UPDATE clinical_notes SET note_text = ?, note_category = COALESCE(?, note_category), "
                        + "modified_by = ?, version = version + 1 WHERE id = ? AND version = ? AND deleted_at IS NULL")
                .params(change.text(), change.category(), userId, id, change.version()).update() > 0;
    }

    /** Marks it as deleted; says whether it was there. */
    boolean delete(long id, long userId) {
        return jdbc.sql("UPDATE clinical_notes SET deleted_at = ?, modified_by = ?, version = version + 1 "
                        + "WHERE id = ? AND deleted_at IS NULL")
                .params(LocalDateTime.now(ZoneOffset.UTC), userId, id).update() > 0;
    }

    private static Note note(ResultSet row, int number) throws SQLException {
        return new Note(row.getLong("id"), row.getString("study_instance_uid"), row.getString("series_instance_uid"),
                row.getString("sop_instance_uid"), NoteCategory.of(row.getString("note_category")).orElseThrow(),
                row.getString("note_text"), row.getInt("version"), person(row, "created_by", "author"),
                person(row, "modified_by", "changer"), time(row, "created_at"), time(row, "updated_at"));
    }

    /** Without a name when the user is gone. */
    private static Person person(ResultSet row, String column, String prefix) throws SQLException {
        return new Person(row.getLong(column), text(row, prefix), text(row, prefix + "_name"));
    }

    private static String text(ResultSet row, String column) throws SQLException {
        String text = row.getString(column);
        return text == null ? "" : text;
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
    }
}
