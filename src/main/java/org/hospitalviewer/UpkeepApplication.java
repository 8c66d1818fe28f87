package org.hospitalviewer;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;

/**
 * The archive and its database without doors: no screen, no web address, no DICOM port, no schedule. Only what a job on
 * the command line asks for is made.
 */
@SpringBootConfiguration
@ComponentScan(basePackages = {"org.hospitalviewer.appliance", "org.hospitalviewer.archive", "org.hospitalviewer.access",
    "org.hospitalviewer.backup.restore"},
        excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX,
                pattern = ".*(Controller|JobService|JobSchedules|JobConfiguration|SecurityConfiguration)"))
@ImportAutoConfiguration({PropertyPlaceholderAutoConfiguration.class, ConfigurationPropertiesAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class, JdbcTemplateAutoConfiguration.class,
    JdbcClientAutoConfiguration.class, FlywayAutoConfiguration.class})
class UpkeepApplication {
}
