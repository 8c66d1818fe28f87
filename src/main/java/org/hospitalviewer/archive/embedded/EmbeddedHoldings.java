package org.hospitalviewer.archive.embedded;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.hospitalviewer.archive.HeldFile;
import org.hospitalviewer.archive.Holdings;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The index, row by row. */
record EmbeddedHoldings(FileStore files, Indexer indexer, JdbcClient index) implements Holdings {

    @Override
    public List<HeldFile> after(String sopInstanceUid, int limit) {
        indexer.awaitAcknowledged();
        return index.sql("""
                        SELECT st.study_uid, se.series_uid, i.sop_uid, i.transfer_syntax_uid, i.data_set_sha256,
                               i.data_set_bytes, i.received_on, i.path
                        FROM instance i JOIN series se ON se.id = i.series_id JOIN study st ON st.id = se.study_id
                        WHERE i.sop_uid > ? ORDER BY i.sop_uid LIMIT ?""")
                .params(sopInstanceUid, limit).query((row, _) -> file(row)).list();
    }

    private HeldFile file(ResultSet row) throws SQLException {
        String path = row.getString("path");
        return new HeldFile(row.getString("study_uid"), row.getString("series_uid"), row.getString("sop_uid"),
                row.getString("transfer_syntax_uid"), HexFormat.of().formatHex(row.getBytes("data_set_sha256")),
                row.getLong("data_set_bytes"), row.getObject("received_on", LocalDate.class), path, files.resolve(path));
    }

    @Override
    public Set<String> held(Collection<String> sopInstanceUids) {
        if (sopInstanceUids.isEmpty()) {
            return Set.of();
        }
        indexer.awaitAcknowledged();
        return new HashSet<>(index.sql("SELECT sop_uid FROM instance WHERE sop_uid IN (:uids)")
                .param("uids", sopInstanceUids).query(String.class).list());
    }

    @Override
    public boolean holds(HeldFile file) {
        return index.sql("SELECT COUNT(*) FROM instance WHERE sop_uid = ? AND path = ? AND data_set_sha256 = ?")
                .params(file.sopInstanceUid(), file.relativePath(), HexFormat.of().parseHex(file.sha256()))
                .query(Long.class).single() > 0;
    }
}
