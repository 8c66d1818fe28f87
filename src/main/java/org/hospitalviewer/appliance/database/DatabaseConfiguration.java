package org.hospitalviewer.appliance.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.hospitalviewer.appliance.Home;
import org.hospitalviewer.appliance.OnlyInEmbeddedMode;
import org.hospitalviewer.appliance.StartProgress;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/**
 * Two connection pools on one server, the application's data and the archive's index being schemas of their own: on the
 * embedded database, or on the one configured as {@code spring.datasource.url}.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DataSourceProperties.class)
class DatabaseConfiguration {

    private static final int POOL_SIZE = 8;
    /** A sender must not wait longer than this to hear that the database does not answer. */
    private static final long CONNECTION_TIMEOUT_MS = 5_000;

    @Bean
    DatabaseServer databaseServer(Home home, DataSourceProperties external, StartProgress progress,
                                  ObjectProvider<DatabaseAhead> ahead,
                                  @Value("${viewer.index-schema:viewer_index}") String indexSchema) {
        if (external.getUrl() != null && !external.getUrl().isBlank()) {
            return DatabaseServer.external(external, indexSchema);
        }
        return DatabaseServer.embedded(ahead.stream().findFirst().map(DatabaseAhead::take)
                .orElseGet(() -> EmbeddedMariaDb.start(home, progress::say)), indexSchema);
    }

    @Bean
    DatabaseCopies databaseCopies(DatabaseServer server) {
        return new DatabaseCopies(server);
    }

    @Bean
    @Primary
    HikariDataSource dataSource(DatabaseServer server) {
        return pool("application", server, server.applicationUrl());
    }

    /** The archive's rebuildable index; its schema is made by its own migrations. */
    @Bean(defaultCandidate = false)
    @OnlyInEmbeddedMode
    HikariDataSource indexDataSource(DatabaseServer server) {
        return pool("index", server, server.indexUrl());
    }

    private static HikariDataSource pool(String name, DatabaseServer server, String url) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        config.setJdbcUrl(url);
        config.setUsername(server.user());
        config.setPassword(server.password());
        config.setMaximumPoolSize(POOL_SIZE);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(CONNECTION_TIMEOUT_MS);
        return new HikariDataSource(config);
    }
}
