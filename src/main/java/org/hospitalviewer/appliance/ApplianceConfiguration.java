package org.hospitalviewer.appliance;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The home folder and the settings as everything else sees them. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ViewerSettings.class)
class ApplianceConfiguration {

    @Bean
    Home home(@Value("${viewer.home}") Path root) {
        return new Home(root);
    }
}
