package org.hospitalviewer.ui.admin;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.hospitalviewer.ui.ScreenUpdate;

/** Draws a screen again soon after something changed, however much changes in a burst, while the screen is shown. */
public final class LiveUpdate {

    private static final Duration BURST = Duration.ofMillis(500);
    /** Only counts the time: what is drawn may wait for the database. */
    private static final ScheduledExecutorService CLOCK =
            Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("live-update").daemon().factory());

    private final AtomicBoolean pending = new AtomicBoolean();
    private final Runnable draw;

    private LiveUpdate(Runnable draw) {
        this.draw = draw;
    }

    /**
     * Draws when the screen is attached and after each change.
     *
     * @param sources each takes a listener and returns what ends its subscription
     */
    public static void follow(Component screen, List<Function<Runnable, Runnable>> sources, Runnable draw) {
        screen.addAttachListener(attached -> {
            LiveUpdate update = new LiveUpdate(draw);
            UI ui = attached.getUI();
            List<Runnable> ends = sources.stream().map(source -> source.apply(() -> update.changed(ui))).toList();
            screen.addDetachListener(detached -> {
                ends.forEach(Runnable::run);
                detached.unregisterListener();
            });
            draw.run();
        });
    }

    private void changed(UI ui) {
        if (pending.compareAndSet(false, true)) {
            CLOCK.schedule(() -> Thread.startVirtualThread(() -> push(ui)), BURST.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void push(UI ui) {
        pending.set(false);
        ScreenUpdate.of(ui, draw);
    }
}
