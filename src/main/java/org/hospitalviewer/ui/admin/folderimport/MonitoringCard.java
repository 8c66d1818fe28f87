package org.hospitalviewer.ui.admin.folderimport;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.text.NumberFormat;
import java.util.function.Consumer;
import org.hospitalviewer.ingest.folder.FolderImport;
import org.hospitalviewer.ingest.folder.InvalidFolderException;
import org.hospitalviewer.ingest.folder.MonitoringStatus;
import org.hospitalviewer.ui.Said;
import org.hospitalviewer.ui.admin.Readable;

/** The folder that is monitored, and what came in today. */
final class MonitoringCard extends Section {

    private final Span badge = new Span();
    private final Span folder = new Span();
    private final Paragraph message = new Paragraph();
    private final Div figures = new Div();
    private final Button change;
    private MonitoringStatus shown;

    /** @param complain shows a sentence */
    MonitoringCard(FolderImport imports, Consumer<String> complain) {
        addClassNames("admin-card", "import-card");
        change = new Button("", _ -> {
            try {
                imports.monitor(!shown.enabled(), shown.seconds());
            } catch (InvalidFolderException e) {
                complain.accept(Said.here(e.getMessage()));
            }
        });
        Div buttons = new Div(change);
        buttons.addClassName("card-buttons");
        add(new H2(getTranslation("admin.import.monitoring")), new Paragraph(badge, folder), message, figures, buttons);
    }

    void show(MonitoringStatus status) {
        shown = status;
        badge.setText(getTranslation("admin.import.monitoring." + status.state()));
        String colour = switch (status.state()) {
            case OFF -> "";
            case WAITING, LOOKING -> "state-good";
            case IMPORT_FIRST -> "state-running";
            case FOLDER_ABSENT -> "state-warning";
            case FAILING -> "state-bad";
        };
        badge.setClassName("state " + colour);
        message.setClassName(colour);
        folder.setText(status.path().isEmpty() ? getTranslation("admin.import.monitoring.none") : status.path());
        message.setVisible(!status.message().isEmpty());
        message.setText(Said.here(status.message()));
        change.setVisible(!status.path().isEmpty());
        change.setText(getTranslation(status.enabled() ? "admin.import.monitoring.stop"
                : "admin.import.monitoring.start"));
        figures.removeAll();
        if (!status.path().isEmpty()) {
            figures.add(facts(status));
        }
    }

    private Facts facts(MonitoringStatus status) {
        NumberFormat number = NumberFormat.getIntegerInstance(getLocale());
        Facts facts = new Facts();
        facts.put(getTranslation("admin.import.monitoring.interval"),
                getTranslation("admin.import.monitoring.every", status.seconds()));
        facts.put(getTranslation("admin.import.monitoring.last"), status.lastCheck() == null
                ? getTranslation("admin.import.monitoring.never") : Readable.moment(status.lastCheck(), getLocale()));
        facts.put(getTranslation("admin.import.monitoring.today"), number.format(status.importedToday()));
        facts.putIfAny(getTranslation("admin.import.monitoring.settling"), status.waitingFiles(),
                number.format(status.waitingFiles()));
        return facts;
    }
}
