package org.hospitalviewer.appliance.job;

import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The ticking that schedules need. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class JobConfiguration {
}
