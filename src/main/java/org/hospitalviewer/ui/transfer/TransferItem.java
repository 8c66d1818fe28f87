package org.hospitalviewer.ui.transfer;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import org.hospitalviewer.transfer.StudyTransfer;
import org.hospitalviewer.transfer.StudyTransfers;
import org.hospitalviewer.ui.Said;
import org.hospitalviewer.ui.admin.Readable;

/** One request, and what can be done to it now. */
final class TransferItem extends ListItem {

    TransferItem(StudyTransfer transfer, StudyTransfers transfers, Runnable changed) {
        Span what = new Span(switch (transfer.kind()) {
            case SEND -> getTranslation("transfer.send", transfer.target());
            case EXPORT -> getTranslation("transfer.export");
        });
        what.addClassName("job-name");
        Span state = new Span(getTranslation("transfer.state." + transfer.state()));
        state.addClassNames("state", mood(transfer.state()));
        add(what, state, quiet(Readable.moment(transfer.requestedAt(), getLocale())),
                quiet(getTranslation("transfer.by", transfer.requestedBy())));
        if (transfer.total() > 0) {
            add(quiet(getTranslation("transfer.done", transfer.done(), transfer.total())));
        }
        Anchor study = new Anchor("viewer/" + transfer.studyInstanceUid(), getTranslation("transfer.study"));
        study.setRouterIgnore(true);
        add(study);
        if (!transfer.message().isEmpty()) {
            Span message = new Span(Said.here(transfer.message()));
            message.addClassName("job-message");
            add(message);
        }
        addButtons(transfer, transfers, changed);
    }

    private void addButtons(StudyTransfer transfer, StudyTransfers transfers, Runnable changed) {
        transfers.fileOf(transfer).ifPresent(_ -> {
            Anchor download = new Anchor("api/exports/" + transfer.id(), getTranslation("transfer.download"));
            download.setRouterIgnore(true);
            download.getElement().setAttribute("download", true);
            download.addClassName("button-link");
            add(download, quiet(getTranslation("transfer.until",
                    Readable.moment(transfer.expiresAt(), getLocale()))));
        });
        switch (transfer.state()) {
            case WAITING -> add(button("transfer.cancel", VaadinIcon.CLOSE, () -> transfers.cancel(transfer.id()), changed));
            case PARTLY, FAILED, CANCELLED ->
                    add(button("transfer.again", VaadinIcon.REFRESH, () -> transfers.again(transfer.id()), changed));
            case DONE -> { }
        }
    }

    private Button button(String key, VaadinIcon icon, Runnable action, Runnable changed) {
        Button button = new Button(getTranslation(key), icon.create(), _ -> {
            action.run();
            changed.run();
        });
        button.addThemeVariants(ButtonVariant.TERTIARY);
        return button;
    }

    private static Span quiet(String text) {
        Span span = new Span(text);
        span.addClassName("quiet");
        return span;
    }

    private static String mood(StudyTransfer.State state) {
        return switch (state) {
            case WAITING -> "state-running";
            case DONE -> "state-good";
            case PARTLY, CANCELLED -> "state-warning";
            case FAILED -> "state-bad";
        };
    }
}
