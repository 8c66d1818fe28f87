package org.hospitalviewer.sync;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hospitalviewer.ingest.folder.OrthancStorage.Attachment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Files of an Orthanc's storage folder as they were found, and to which objects they belong. */
@Component
class OrthancTable {

    private final JdbcClient jdbc;

    OrthancTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An object and its file. */
    record Stored(Attachment file, String seriesInstanceUid, String sopInstanceUid) {

        /** An Orthanc writes a file once; what is written anew has another name. */
        String version() {
            return file.name() + "/" + file.bytes() + "/" + file.modifiedMillis();
        }
    }

    /** Those of these files that are known, by name. */
    Map<String, Attachment> known(Collection<String> names) {
        Map<String, Attachment> known = new HashMap<>();
        jdbc.sql("SELECT name, bytes, modified_millis FROM sync_orthanc_files WHERE name IN (:names)").param("names", names)
                .query(OrthancTable::attachment).list().forEach(file -> known.put(file.name(), file));
        return known;
    }

    /** Keeps a file that is no object, so that it is not opened again. */
    void putOther(Attachment file, long change) {
        put(file, "", "", "", change);
    }

    void put(Attachment file, String study, String series, String sop, long change) {
        jdbc.sql("REPLACE INTO sync_orthanc_files (name, bytes, modified_millis, study_instance_uid, series_instance_uid, "
                        + "sop_instance_uid, changed) VALUES (?, ?, ?, ?, ?, ?, ?)")
                .params(file.name(), file.bytes(), file.modifiedMillis(), study, series, sop, change).update();
    }

    long count() {
        return jdbc.sql("SELECT COUNT(*) FROM sync_orthanc_files").query(Long.class).single();
    }

    List<String> namesAfter(String name, int limit) {
        return jdbc.sql("SELECT name FROM sync_orthanc_files WHERE name > ? ORDER BY name LIMIT ?").params(name, limit)
                .query(String.class).list();
    }

    /** Forgets a file that is there no more; its study counts as changed. */
    void remove(String name, long change) {
        String study = jdbc.sql("SELECT study_instance_uid FROM sync_orthanc_files WHERE name = ?").param(name)
                .query(String.class).optional().orElse("");
        jdbc.sql("DELETE FROM sync_orthanc_files WHERE name = ?").param(name).update();
        if (!study.isEmpty()) {
            jdbc.sql("UPDATE sync_orthanc_files SET changed = ? WHERE study_instance_uid = ?").params(change, study).update();
        }
    }

    void clear() {
        jdbc.sql("DELETE FROM sync_orthanc_files").update();
    }

    List<String> studiesAfter(String study, int limit) {
        return jdbc.sql("SELECT DISTINCT study_instance_uid FROM sync_orthanc_files WHERE study_instance_uid > ? "
                + "ORDER BY study_instance_uid LIMIT ?").params(study, limit).query(String.class).list();
    }

    List<String> studiesChangedAfter(long change) {
        return jdbc.sql("SELECT DISTINCT study_instance_uid FROM sync_orthanc_files WHERE changed > ? "
                + "AND study_instance_uid <> ''").param(change).query(String.class).list();
    }

    List<String> seriesOf(String study) {
        return jdbc.sql("SELECT DISTINCT series_instance_uid FROM sync_orthanc_files WHERE study_instance_uid = ? "
                + "ORDER BY series_instance_uid").param(study).query(String.class).list();
    }

    /** The newest file of an object comes last. */
    List<Stored> ofSeries(String study, String series) {
        return jdbc.sql("SELECT * FROM sync_orthanc_files WHERE study_instance_uid = ? AND series_instance_uid = ? "
                        + "ORDER BY modified_millis, name").params(study, series)
                .query((row, number) -> new Stored(attachment(row, number), row.getString("series_instance_uid"),
                        row.getString("sop_instance_uid"))).list();
    }

    SyncSources.Found sum() {
        return jdbc.sql("SELECT COUNT(DISTINCT study_instance_uid), COUNT(*) FROM sync_orthanc_files "
                + "WHERE study_instance_uid <> ''")
                .query((row, _) -> new SyncSources.Found(row.getLong(1), row.getLong(2))).single();
    }

    private static Attachment attachment(ResultSet row, int number) throws SQLException {
        return new Attachment(row.getString("name"), row.getLong("bytes"), row.getLong("modified_millis"));
    }
}
