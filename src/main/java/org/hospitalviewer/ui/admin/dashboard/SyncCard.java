package org.hospitalviewer.ui.admin.dashboard;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import org.hospitalviewer.sync.Sync;
import org.hospitalviewer.ui.Said;
import org.hospitalviewer.ui.admin.Readable;
import org.hospitalviewer.ui.admin.sync.SyncView;

/** Whether the copies at other places are up to date. */
final class SyncCard extends FactCard {

    private final Sync sync;
    private final Button start;

    SyncCard(Sync sync) {
        super(UI.getCurrent().getTranslation("admin.sync.title"));
        this.sync = sync;
        start = new Button(getTranslation("admin.sync.now"), _ -> {
            sync.syncNow();
            draw();
        });
        Div buttons = new Div(start);
        buttons.addClassName("card-buttons");
        add(buttons);
        leadTo(SyncView.class, getTranslation("admin.sync.open"));
    }

    void draw() {
        Sync.Status status = sync.status();
        boolean none = status.targets().stream().noneMatch(one -> one.target().enabled());
        start.setVisible(!none);
        start.setEnabled(!status.running());
        put(getTranslation("admin.sync.card.state"), none ? getTranslation("admin.sync.state.none")
                : status.running() ? getTranslation("admin.sync.state.running")
                : status.errors().isEmpty() ? getTranslation("admin.sync.state.good") : Said.here(String.join(" ", status.errors())),
                none || status.running() ? "" : status.errors().isEmpty() ? "state-good" : "state-bad");
        put(getTranslation("admin.sync.card.last"), status.last() == null ? getTranslation("admin.sync.never")
                : Readable.moment(status.last(), getLocale()));
        put(getTranslation("admin.sync.card.next"), !status.automatic() || none ? getTranslation("admin.sync.never")
                : Readable.moment(status.next(), getLocale()));
        put(getTranslation("admin.sync.card.files"), getTranslation("admin.sync.card.amount", status.files(),
                Readable.bytes(status.bytes(), getLocale())));
    }
}
