package org.hospitalviewer.ui.admin.dashboard;

import com.vaadin.flow.component.UI;
import java.text.NumberFormat;
import java.util.Locale;
import org.hospitalviewer.archive.ArchiveHealth;
import org.hospitalviewer.archive.Upkeep;
import org.hospitalviewer.ui.admin.Readable;
import org.hospitalviewer.ui.admin.quarantine.QuarantineView;

/** What is stored, and how much room there is. */
final class ArchiveCard extends FactCard {

    private static final String COUNTING = "…";

    private boolean leadsToQuarantine;
    private final Locale locale = UI.getCurrent().getLocale();

    ArchiveCard() {
        super(UI.getCurrent().getTranslation("admin.dashboard.archive"));
        for (String label : new String[] {"admin.dashboard.state", "admin.dashboard.studies", "admin.dashboard.series",
            "admin.dashboard.images", "admin.dashboard.used", "admin.dashboard.free", "admin.dashboard.quarantine"}) {
            put(getTranslation(label), COUNTING);
        }
    }

    void show(ArchiveHealth health) {
        put(getTranslation("admin.dashboard.state"), getTranslation(health.available() ? "admin.dashboard.state.good"
                : "admin.dashboard.state.down"), health.available() ? "state-good" : "state-bad");
        put(getTranslation("admin.dashboard.studies"), number(health.studies()));
        put(getTranslation("admin.dashboard.images"), number(health.instances()));
        put(getTranslation("admin.dashboard.free"), Readable.bytes(health.freeBytes(), locale));
    }

    void show(Upkeep.Size size) {
        put(getTranslation("admin.dashboard.series"), number(size.series()));
        put(getTranslation("admin.dashboard.used"), Readable.bytes(size.bytes(), locale));
        put(getTranslation("admin.dashboard.quarantine"), number(size.quarantined()),
                size.quarantined() > 0 ? "state-warning" : "");
        if (size.quarantined() > 0 && !leadsToQuarantine) {
            leadsToQuarantine = true;
            leadTo(QuarantineView.class, getTranslation("admin.dashboard.quarantine.decide"));
        }
    }

    private String number(long count) {
        return NumberFormat.getIntegerInstance(locale).format(count);
    }
}
