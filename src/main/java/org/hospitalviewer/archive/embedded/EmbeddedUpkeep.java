package org.hospitalviewer.archive.embedded;

import java.io.IOException;
import java.time.LocalDate;
import javax.sql.DataSource;
import org.hospitalviewer.appliance.job.JobProgress;
import org.hospitalviewer.archive.Upkeep;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Care for the plain files and their index.
 *
 * @param index    the index in use
 * @param earliest no file will be stored under an earlier day before the next start
 */
record EmbeddedUpkeep(FileStore files, Indexer indexer, DataSource index, LocalDate earliest) implements Upkeep {

    @Override
    public String rebuildIndex(JobProgress progress) throws IOException {
        return Rebuild.run(files, indexer, index, earliest, progress);
    }

    @Override
    public String checkFiles(JobProgress progress) {
        indexer.awaitAcknowledged();
        return FileScrub.run(files, JdbcClient.create(index), progress);
    }
}
