package org.hospitalviewer.archive.embedded;

import java.io.IOException;
import java.time.Clock;
import javax.sql.DataSource;
import org.hospitalviewer.appliance.Home;
import org.hospitalviewer.appliance.OnlyInEmbeddedMode;
import org.hospitalviewer.appliance.StartProgress;
import org.hospitalviewer.appliance.ViewerSettings;
import org.hospitalviewer.archive.Archive;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts the embedded archive together; everything else knows it only as {@link Archive}. */
@Configuration(proxyBeanMethods = false)
@OnlyInEmbeddedMode
class EmbeddedArchiveConfiguration {

    private static final long BYTES_PER_MEGABYTE = 1L << 20;

    @Bean
    Archive archive(Home home, ViewerSettings settings, JdbcClient application,
                    @Qualifier("indexDataSource") DataSource index, StartProgress progress) throws IOException {
        IndexSchema schema = new IndexSchema(index, progress);
        schema.prepare();
        try {
            return open(home, settings, application, index, progress);
        } catch (DataAccessException e) {
            schema.makeAnew(e);
            return open(home, settings, application, index, progress);
        }
    }

    private static Archive open(Home home, ViewerSettings settings, JdbcClient application, DataSource index,
                                StartProgress progress) throws IOException {
        DurableFolders folders = new DurableFolders(home.root());
        return new EmbeddedArchive(new FileStore(home.archive(), folders),
                new Quarantine(home.quarantine(), folders, application),
                new JdbcTemplate(index), new TransactionTemplate(new JdbcTransactionManager(index)),
                new DiskReserve(home.archive(), settings.reserveMegabytes() * BYTES_PER_MEGABYTE),
                Clock.systemDefaultZone(), progress);
    }
}
