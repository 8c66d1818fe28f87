package org.hospitalviewer.archive.embedded;

import java.io.IOException;
import java.time.LocalDate;
import javax.sql.DataSource;
import org.hospitalviewer.appliance.job.JobProgress;
import org.hospitalviewer.archive.ArchiveStatistics;
import org.hospitalviewer.archive.Upkeep;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Care for the plain files and their index.
 *
 * @param index    the index in use
 * @param earliest no file will be stored under an earlier day before the next start
 */
record EmbeddedUpkeep(FileStore files, Quarantine quarantine, Indexer indexer, DataSource index, LocalDate earliest)
        implements Upkeep {

    @Override
    public Size size() {
        return JdbcClient.create(index)
                .sql("SELECT (SELECT COUNT(*) FROM series), (SELECT COALESCE(SUM(data_set_bytes), 0) FROM instance)")
                .query((row, _) -> new Size(row.getLong(1), row.getLong(2), quarantine.count())).single();
    }

    @Override
    public ArchiveStatistics statistics() {
        indexer.awaitAcknowledged();
        return new IndexStatistics(index).count();
    }

    @Override
    public String rebuildIndex(JobProgress progress) throws IOException {
        return Rebuild.run(files, indexer, index, earliest, progress);
    }

    @Override
    public String checkFiles(JobProgress progress, Pace pace) {
        indexer.awaitAcknowledged();
        return FileScrub.run(files, JdbcClient.create(index), progress, pace);
    }
}
