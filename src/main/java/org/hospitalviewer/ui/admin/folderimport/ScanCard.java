package org.hospitalviewer.ui.admin.folderimport;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.progressbar.ProgressBar;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import org.hospitalviewer.ingest.folder.ScanResult;
import org.hospitalviewer.ui.Said;
import org.hospitalviewer.ui.admin.Readable;

/** What was found in a folder. */
final class ScanCard extends Section {

    private final Div content = new Div();
    private final ProgressBar bar = new ProgressBar();
    private final Paragraph current = new Paragraph();
    private final UnorderedList unreadable = new UnorderedList();
    private final Details unreadableOnes = new Details("", unreadable);

    ScanCard() {
        addClassNames("admin-card", "import-card");
        bar.setIndeterminate(true);
        bar.getElement().setAttribute("aria-label", getTranslation("admin.import.scan.title"));
        current.addClassNames("quiet", "path", "one-line");
        add(new H2(getTranslation("admin.import.scan.title")), content, bar, current, unreadableOnes);
    }

    /** @param scan null when there was none */
    void show(ScanResult scan) {
        setVisible(scan != null);
        if (scan == null) {
            return;
        }
        boolean runs = scan.state() == ScanResult.State.RUNNING;
        bar.setVisible(runs);
        current.setVisible(runs && !scan.current().isEmpty());
        current.setText(scan.current());
        content.removeAll();
        content.add(new Paragraph(sentence(scan)), facts(scan));
        unreadableOnes.setVisible(scan.unreadableCount() > 0);
        unreadableOnes.setSummaryText(getTranslation("admin.import.unreadable", scan.unreadableCount()));
        if (unreadable.getChildren().count() != scan.unreadable().size()) {
            unreadable.removeAll();
            scan.unreadable().forEach(line -> unreadable.add(new ListItem(Said.here(line))));
        }
    }

    private String sentence(ScanResult scan) {
        Instant end = scan.endedAt() == null ? Instant.now() : scan.endedAt();
        String took = Readable.duration(Duration.between(scan.startedAt(), end));
        return switch (scan.state()) {
            case RUNNING -> getTranslation("admin.import.scan.runs", scan.path(), took);
            case DONE -> getTranslation("admin.import.scan.done", scan.path(), took);
            case STOPPED -> getTranslation("admin.import.scan.stopped", scan.path());
            case FAILED -> getTranslation("admin.import.scan.failed", Said.here(scan.message()));
        };
    }

    private Facts facts(ScanResult scan) {
        NumberFormat number = NumberFormat.getIntegerInstance(getLocale());
        Facts facts = new Facts();
        facts.put(getTranslation("admin.import.fact.files"), number.format(scan.files()));
        facts.put(getTranslation("admin.import.fact.dicom"), getTranslation("admin.import.fact.with-size",
                number.format(scan.dicomFiles()), Readable.bytes(scan.bytes(), getLocale())));
        facts.put(getTranslation("admin.import.fact.patients"), number.format(scan.patients()));
        facts.put(getTranslation("admin.import.fact.studies"), number.format(scan.studies()));
        facts.put(getTranslation("admin.import.fact.series"), number.format(scan.series()));
        facts.putIfAny(getTranslation("admin.import.fact.other"), scan.otherFiles(), number.format(scan.otherFiles()));
        facts.putIfAny(getTranslation("admin.import.fact.damaged"), scan.damaged(), number.format(scan.damaged()));
        facts.putIfAny(getTranslation("admin.import.fact.dicomdirs"), scan.dicomDirs(),
                number.format(scan.dicomDirs()));
        facts.putIfAny(getTranslation("admin.import.fact.zips"), scan.zips(), number.format(scan.zips()));
        facts.putIfAny(getTranslation("admin.import.fact.orthanc"), scan.orthancFiles(),
                number.format(scan.orthancFiles()));
        return facts;
    }
}
