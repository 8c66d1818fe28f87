package org.hospitalviewer.ui.admin.dashboard;

import com.vaadin.flow.component.UI;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import org.hospitalviewer.archive.ArchiveHealth;
import org.hospitalviewer.archive.RemoteServer;
import org.hospitalviewer.archive.Upkeep;
import org.hospitalviewer.ui.admin.Readable;
import org.hospitalviewer.ui.admin.quarantine.QuarantineView;

/** What is stored, and how much room there is. */
final class ArchiveCard extends FactCard {

    private static final String COUNTING = "…";

    private boolean leadsToQuarantine;
    private final Locale locale = UI.getCurrent().getLocale();

    /** @param own whether the files are our own; of another server less is known */
    ArchiveCard(boolean own) {
        super(UI.getCurrent().getTranslation("admin.dashboard.archive"));
        List<String> labels = own ? List.of("admin.dashboard.state", "admin.dashboard.studies",
                "admin.dashboard.series", "admin.dashboard.images", "admin.dashboard.used", "admin.dashboard.free",
                "admin.dashboard.quarantine") : List.of("admin.dashboard.state", "admin.dashboard.remote.address");
        labels.forEach(label -> put(getTranslation(label), COUNTING));
    }

    void show(RemoteServer server) {
        put(getTranslation("admin.dashboard.remote.address"), server.address().isBlank() ? "–" : server.address());
        put(getTranslation("admin.dashboard.remote.software"), server.software().isEmpty()
                ? getTranslation("admin.dashboard.remote.unknown") : server.software());
        put(getTranslation("admin.dashboard.remote.changes"), getTranslation(server.tellsChanges()
                ? "admin.dashboard.remote.changes.all" : "admin.dashboard.remote.changes.newest"));
    }

    void show(ArchiveHealth health) {
        put(getTranslation("admin.dashboard.state"), getTranslation(health.available() ? "admin.dashboard.state.good"
                : "admin.dashboard.state.down"), health.available() ? "state-good" : "state-bad");
        putKnown("admin.dashboard.studies", health.studies(), number(health.studies()));
        putKnown("admin.dashboard.images", health.instances(), number(health.instances()));
        putKnown("admin.dashboard.free", health.freeBytes(), Readable.bytes(health.freeBytes(), locale));
    }

    private void putKnown(String label, long value, String text) {
        if (value != ArchiveHealth.UNKNOWN) {
            put(getTranslation(label), text);
        }
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
