package org.hospitalviewer.appliance;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.SimpleApplicationEventMulticaster;
import org.springframework.context.support.AbstractApplicationContext;
import org.springframework.stereotype.Component;

/**
 * Tells what happens to whoever listens. A program that serves already goes on when something fails that only follows its
 * start, as when the database is killed at that moment; Spring would end it.
 */
@Component(AbstractApplicationContext.APPLICATION_EVENT_MULTICASTER_BEAN_NAME)
final class EventsOfProgram extends SimpleApplicationEventMulticaster {

    private static final Logger LOG = LoggerFactory.getLogger(EventsOfProgram.class);

    @Override
    protected void invokeListener(ApplicationListener<?> listener, ApplicationEvent event) {
        try {
            super.invokeListener(listener, event);
        } catch (RuntimeException e) {
            if (!(event instanceof ApplicationReadyEvent)) {
                throw e;
            }
            LOG.error("The program serves, but something that follows its start failed; the next start does it again", e);
        }
    }
}
