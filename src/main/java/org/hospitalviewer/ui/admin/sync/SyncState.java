package org.hospitalviewer.ui.admin.sync;

import com.vaadin.flow.component.html.Paragraph;
import org.hospitalviewer.sync.Sync;
import org.hospitalviewer.ui.Said;
import org.hospitalviewer.ui.admin.Readable;
import org.hospitalviewer.ui.admin.StateCard;

/** Whether everything is where it should be, what goes on, when it was and when it will be. */
final class SyncState extends StateCard {

    private final Paragraph amount;
    private final Paragraph times;
    private final Sync sync;

    SyncState(Sync sync) {
        this(sync, new Paragraph(), new Paragraph());
    }

    private SyncState(Sync sync, Paragraph amount, Paragraph times) {
        super("admin.sync.state", "admin.sync.title", "admin.sync.now", amount, times);
        this.sync = sync;
        this.amount = amount;
        this.times = times;
        times.addClassName("quiet");
        addClassName("sync-state");
    }

    @Override
    protected void start() {
        sync.syncNow();
        show(sync.status());
    }

    void show(Sync.Status status) {
        boolean none = status.targets().stream().noneMatch(one -> one.target().enabled());
        showRunning(status.running(), !none);
        if (status.running()) {
            showState("state-running", "admin.sync.state.running", getTranslation("admin.sync.progress", status.run().done(),
                    Readable.bytes(status.run().bytes(), locale())));
        } else if (none) {
            showState("state-none", "admin.sync.state.none", "");
        } else if (!status.errors().isEmpty()) {
            showState("state-bad", "admin.sync.state.failed", Said.here(String.join(" ", status.errors())));
        } else if (status.targets().stream().anyMatch(one -> one.target().enabled() && one.waitingStudies() > 0)) {
            showState("state-warning", "admin.sync.state.waiting", "");
        } else {
            showState(status.last() == null ? "state-none" : "state-good",
                    status.last() == null ? "admin.sync.state.never" : "admin.sync.state.good", "");
        }
        amount.setText(getTranslation("admin.sync.amount", status.files(), Readable.bytes(status.bytes(), locale())));
        times.setText(getTranslation("admin.sync.last", status.last() == null ? getTranslation("admin.sync.never")
                : Readable.moment(status.last(), locale())) + " " + (status.automatic() && !none
                ? getTranslation("admin.sync.next", Readable.moment(status.next(), locale()))
                : getTranslation("admin.sync.manual")));
    }
}
