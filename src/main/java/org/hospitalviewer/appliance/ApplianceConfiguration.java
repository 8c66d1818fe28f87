package org.hospitalviewer.appliance;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The home folder as everything else sees it. */
@Configuration(proxyBeanMethods = false)
class ApplianceConfiguration {

    @Bean
    Home home(@Value("${viewer.home}") Path root) {
        return new Home(root);
    }
}
