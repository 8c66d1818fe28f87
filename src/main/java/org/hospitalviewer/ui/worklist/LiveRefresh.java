package org.hospitalviewer.ui.worklist;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.shared.Registration;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.hospitalviewer.archive.Archive;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Repeats a screen's query soon after the archive changed, however many changes come in a burst. */
final class LiveRefresh {

    private static final Logger LOG = LoggerFactory.getLogger(LiveRefresh.class);
    private static final Duration BURST = Duration.ofMillis(400);
    private static final Executor AFTER_BURST =
            CompletableFuture.delayedExecutor(BURST.toMillis(), TimeUnit.MILLISECONDS);

    private final AtomicBoolean pending = new AtomicBoolean();
    private final Runnable refresh;
    private Archive.Subscription subscription;

    private LiveRefresh(Runnable refresh) {
        this.refresh = refresh;
    }

    /** Follows the archive while the component is on the screen. */
    static Registration follow(Archive archive, Component screen, Runnable refresh) {
        LiveRefresh live = new LiveRefresh(refresh);
        Registration attach = screen.addAttachListener(event -> live.start(archive, event.getUI()));
        Registration detach = screen.addDetachListener(_ -> live.stop());
        return Registration.combine(attach, detach);
    }

    private void start(Archive archive, UI ui) {
        subscription = archive.subscribe(_ -> {
            if (pending.compareAndSet(false, true)) {
                AFTER_BURST.execute(() -> push(ui));
            }
        });
    }

    private void push(UI ui) {
        pending.set(false);
        try {
            ui.access(refresh::run);
        } catch (UIDetachedException e) {
            LOG.debug("The screen was closed before its update", e);
        }
    }

    private void stop() {
        subscription.close();
    }
}
