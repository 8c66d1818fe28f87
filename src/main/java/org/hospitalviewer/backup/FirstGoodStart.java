package org.hospitalviewer.backup;

import java.io.IOException;
import org.hospitalviewer.appliance.Home;
import org.hospitalviewer.appliance.database.DatabaseCopies;
import org.hospitalviewer.appliance.database.StateExchange;
import org.hospitalviewer.backup.target.Scratch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Once the program has started with what a restore brought, what was there before is not needed any more. */
@Component
class FirstGoodStart implements InitializingBean {

    private static final Logger LOG = LoggerFactory.getLogger(FirstGoodStart.class);

    private final Home home;
    private final DatabaseCopies copies;

    FirstGoodStart(Home home, DatabaseCopies copies) {
        this.home = home;
        this.copies = copies;
    }

    /** Before the first backup of this start tries anything out. */
    @Override
    public void afterPropertiesSet() {
        try {
            if (copies.arePossible()) {
                copies.dropChecks();
            }
        } catch (IOException e) {
            LOG.warn("What is left of a check of a backup cannot be removed now", e);
        }
    }

    @EventListener(ApplicationReadyEvent.class)
    void confirm() {
        try {
            new StateExchange(home).confirm();
            Scratch.empty(home);
            if (copies.arePossible()) {
                copies.dropReplaced();
            }
        } catch (IOException e) {
            LOG.warn("What was there before a restore cannot be removed now", e);
        }
    }
}
