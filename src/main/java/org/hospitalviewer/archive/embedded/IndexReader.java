package org.hospitalviewer.archive.embedded;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import org.hospitalviewer.archive.ArchiveQuery;
import org.hospitalviewer.archive.QueryLevel;
import org.hospitalviewer.archive.StoredFile;
import org.hospitalviewer.archive.StoredInstance;
import org.hospitalviewer.dicom.data.Attributes;
import org.hospitalviewer.dicom.data.Tag;
import org.hospitalviewer.dicom.data.VR;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Answers queries from the index. */
final class IndexReader {

    private static final String SELECT_INSTANCES = """
            SELECT st.study_uid, se.series_uid, i.sop_uid, i.sop_class_uid, i.transfer_syntax_uid, i.path,
                   i.data_set_sha256
            FROM study st JOIN series se ON se.study_id = st.id JOIN instance i ON i.series_id = se.id
            WHERE st.study_uid = ? AND se.series_uid = ?""";

    /** Of the digest; enough that no two contents share a version. */
    private static final int VERSION_BYTES = 16;

    private final JdbcClient jdbc;
    private final FileStore files;

    IndexReader(JdbcClient jdbc, FileStore files) {
        this.jdbc = jdbc;
        this.files = files;
    }

    List<Attributes> find(ArchiveQuery query) {
        SearchSql sql = new SearchSql(query);
        return jdbc.sql(sql.select()).params(sql.selectParameters())
                .query((row, _) -> attributes(row, query.level())).list();
    }

    long count(ArchiveQuery query) {
        SearchSql sql = new SearchSql(query);
        return jdbc.sql(sql.count()).params(sql.countParameters()).query(Long.class).single();
    }

    List<StoredInstance> instances(String studyUid, String seriesUid) {
        return jdbc.sql(SELECT_INSTANCES + " ORDER BY i.instance_number, i.id").params(studyUid, seriesUid)
                .query((row, _) -> stored(row)).list();
    }

    private StoredInstance stored(ResultSet row) throws SQLException {
        return new StoredFile(row.getString("study_uid"), row.getString("series_uid"), row.getString("sop_uid"),
                row.getString("sop_class_uid"), row.getString("transfer_syntax_uid"),
                HexFormat.of().formatHex(row.getBytes("data_set_sha256"), 0, VERSION_BYTES),
                files.resolve(row.getString("path")));
    }

    private static Attributes attributes(ResultSet row, QueryLevel level) throws SQLException {
        Attributes result = LevelAttributes.decode(row.getBytes("study_attributes"));
        String modalities = row.getString("modalities");
        if (modalities != null) {
            result.setString(Tag.ModalitiesInStudy, VR.CS, modalities.split("\\\\"));
        }
        result.setInt(Tag.NumberOfStudyRelatedSeries, VR.IS, row.getInt("series_count"));
        result.setInt(Tag.NumberOfStudyRelatedInstances, VR.IS, row.getInt("instance_count"));
        if (level != QueryLevel.STUDY) {
            result.addAll(LevelAttributes.decode(row.getBytes("series_attributes")));
            result.setInt(Tag.NumberOfSeriesRelatedInstances, VR.IS, row.getInt("series_instance_count"));
        }
        if (level == QueryLevel.IMAGE) {
            result.addAll(LevelAttributes.decode(row.getBytes("instance_attributes")));
            result.setString(Tag.AvailableTransferSyntaxUID, VR.UI, row.getString("transfer_syntax_uid"));
        }
        return result;
    }
}
