package org.hospitalviewer.ui.admin.folderimport;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import java.text.NumberFormat;
import java.time.Duration;
import org.hospitalviewer.ingest.folder.FolderImportStatus;
import org.hospitalviewer.ingest.folder.ImportCounts;
import org.hospitalviewer.ingest.folder.ImportJob;
import org.hospitalviewer.ui.Said;
import org.hospitalviewer.ui.admin.Readable;

/** How far an import is, or what came of the last one. */
final class ImportCard extends Section {

    private static final int PERCENT = 100;

    private final Span badge = new Span();
    private final Span folder = new Span();
    private final ProgressBar bar = new ProgressBar();
    private final Paragraph progress = new Paragraph();
    private final Paragraph current = new Paragraph();
    private final Paragraph waiting = new Paragraph();
    private final Div figures = new Div();

    ImportCard() {
        addClassNames("admin-card", "import-card");
        Paragraph what = new Paragraph(badge, folder);
        bar.getElement().setAttribute("aria-label", getTranslation("admin.import.progress.title"));
        progress.addClassName("import-progress");
        current.addClassNames("quiet", "path", "one-line");
        waiting.addClassName("state-warning");
        add(new H2(getTranslation("admin.import.progress.title")), what, bar, progress, current, waiting, figures);
    }

    /** @param running null when nothing was ever imported */
    void show(FolderImportStatus.Running running) {
        setVisible(running != null);
        if (running == null) {
            return;
        }
        ImportJob job = running.job();
        badge.setText(getTranslation("admin.import.state." + job.state()));
        badge.setClassName("state " + switch (job.state()) {
            case RUNNING -> "state-running";
            case DONE -> "state-good";
            case STOPPED -> "state-warning";
            case FAILED -> "state-bad";
        });
        folder.setText(job.path());
        ImportCounts counts = job.counts();
        double part = counts.files() == 0 ? 0 : Math.min(1, (double) counts.done() / counts.files());
        bar.setVisible(running.active());
        bar.setIndeterminate(counts.files() == 0);
        bar.setValue(part);
        progress.setText(running.active() ? progress(running, part) : outcome(running));
        current.setVisible(running.active() && !running.current().isEmpty());
        current.setText(within(job.path(), running.current()));
        waiting.setVisible(!running.waiting().isEmpty());
        waiting.setText(running.waiting().isEmpty() ? "" : getTranslation("admin.import.waits", asSentence(Said.here(running.waiting()))));
        figures.removeAll();
        figures.add(facts(counts));
    }

    /** The folder is named above, and the name of the file is what there is room for. */
    private static String within(String folder, String file) {
        return file.startsWith(folder) ? file.substring(folder.length()).replaceFirst("^[/\\\\]", "") : file;
    }

    /** Reasons come from many places, not all with a full stop. */
    private static String asSentence(String reason) {
        return reason.matches("(?s).*[.!?]") ? reason : reason + ".";
    }

    private String progress(FolderImportStatus.Running running, double part) {
        ImportCounts counts = running.job().counts();
        if (counts.files() == 0) {
            return getTranslation("admin.import.counting");
        }
        NumberFormat number = NumberFormat.getIntegerInstance(getLocale());
        return getTranslation("admin.import.progress", (int) (part * PERCENT), number.format(counts.done()),
                number.format(counts.files()), Readable.bytes(running.bytes(), getLocale())) + " "
                + getTranslation("admin.import.time", number.format(running.filesPerSecond()),
                        Readable.duration(Duration.ofSeconds(running.elapsedSeconds())),
                        running.remainingSeconds() < 0 ? "?"
                                : Readable.duration(Duration.ofSeconds(running.remainingSeconds())));
    }

    private String outcome(FolderImportStatus.Running running) {
        return getTranslation("admin.import.outcome", Readable.moment(running.job().endedAt(), getLocale()),
                Readable.duration(Duration.ofSeconds(running.elapsedSeconds())), running.job().requestedBy())
                + (running.job().state() == ImportJob.State.DONE ? "" : " " + Said.here(running.job().message()));
    }

    private Facts facts(ImportCounts counts) {
        NumberFormat number = NumberFormat.getIntegerInstance(getLocale());
        Facts facts = new Facts();
        facts.put(getTranslation("admin.import.fact.imported"), number.format(counts.imported()));
        facts.putIfAny(getTranslation("admin.import.fact.duplicates"), counts.duplicates(),
                number.format(counts.duplicates()));
        facts.putIfAny(getTranslation("admin.import.fact.unchanged"), counts.unchanged(),
                number.format(counts.unchanged()));
        facts.putIfAny(getTranslation("admin.import.fact.quarantined"), counts.quarantined(),
                number.format(counts.quarantined()));
        facts.putIfAny(getTranslation("admin.import.fact.refused"), counts.refused(), number.format(counts.refused()));
        facts.putIfAny(getTranslation("admin.import.fact.failed"), counts.failed(), number.format(counts.failed()));
        facts.putIfAny(getTranslation("admin.import.fact.not-dicom"), counts.notDicom(),
                number.format(counts.notDicom()));
        facts.putIfAny(getTranslation("admin.import.fact.left-out"), counts.leftOut(), number.format(counts.leftOut()));
        return facts;
    }
}
