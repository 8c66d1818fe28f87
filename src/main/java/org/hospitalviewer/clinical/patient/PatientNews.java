package org.hospitalviewer.clinical.patient;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.hospitalviewer.clinical.EntryChanged;
import org.hospitalviewer.clinical.report.ReportChanged;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells those who look at a patient that somebody wrote something about a study. */
@Component
public class PatientNews {

    private final List<Consumer<String>> listeners = new CopyOnWriteArrayList<>();

    /**
     * @param listener gets the UID of the study
     * @return what ends the subscription
     */
    public Runnable subscribe(Consumer<String> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @EventListener
    void told(ReportChanged news) {
        tell(news.studyInstanceUid());
    }

    @EventListener
    void told(EntryChanged news) {
        tell(news.studyInstanceUid());
    }

    private void tell(String studyInstanceUid) {
        listeners.forEach(listener -> listener.accept(studyInstanceUid));
    }
}
