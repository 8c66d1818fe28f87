package org.hospitalviewer.ui.admin.dashboard;

import com.vaadin.flow.component.UI;
import java.time.Duration;
import org.hospitalviewer.clinical.report.ReadingList;
import org.hospitalviewer.clinical.report.Turnaround;
import org.hospitalviewer.ui.worklist.WorklistView;

/** How long it takes from the images to the signed report. */
final class ReadingCard extends FactCard {

    private static final int DAYS = 30;
    /** Longer times are told in days. */
    private static final Duration HOURS = Duration.ofHours(48);

    private final ReadingList reading;

    ReadingCard(ReadingList reading) {
        super(UI.getCurrent().getTranslation("admin.dashboard.reading"));
        this.reading = reading;
        leadTo(WorklistView.class, getTranslation("nav.worklist"));
    }

    void draw() {
        Turnaround turnaround = reading.turnaround(DAYS);
        put(getTranslation("admin.dashboard.reading.signed", DAYS), String.valueOf(turnaround.signed()));
        put(getTranslation("admin.dashboard.reading.median"), text(turnaround.median()));
        put(getTranslation("admin.dashboard.reading.slowest"), text(turnaround.slowest()));
        put(getTranslation("admin.dashboard.reading.drafts"), String.valueOf(turnaround.drafts()));
    }

    private String text(Duration time) {
        if (time.isZero()) {
            return "–";
        }
        if (time.toHours() == 0) {
            return getTranslation("admin.dashboard.reading.minutes", Math.max(1, time.toMinutes()));
        }
        return time.compareTo(HOURS) < 0 ? getTranslation("admin.dashboard.reading.hours", time.toHours())
                : getTranslation("admin.dashboard.reading.days", time.toDays());
    }
}
