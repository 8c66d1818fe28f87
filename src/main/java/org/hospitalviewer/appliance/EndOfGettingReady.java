package org.hospitalviewer.appliance;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Takes the page of the start away right before the screens need its port; a restore has none, and tells on that page. */
@Component
@ConditionalOnWebApplication
final class EndOfGettingReady implements SmartLifecycle {

    private volatile boolean running;

    @Override
    public void start() {
        GettingReadyPage.closeShown();
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Lower phases start earlier. */
    @Override
    public int getPhase() {
        return WebServerApplicationContext.START_STOP_LIFECYCLE_PHASE - 1;
    }
}
