package org.hospitalviewer.clinical.report;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells those who are there only for a while, such as screens, that something about reports has changed. */
@Component
public class ReportNews {

    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    /** @return what ends the subscription */
    public Runnable subscribe(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @EventListener
    void told(ReportChanged news) {
        listeners.forEach(Runnable::run);
    }
}
