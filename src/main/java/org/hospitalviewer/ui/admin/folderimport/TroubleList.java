package org.hospitalviewer.ui.admin.folderimport;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.hospitalviewer.ingest.folder.FolderImport;
import org.hospitalviewer.ingest.folder.FolderImportStatus;
import org.hospitalviewer.ingest.folder.HistoryEntry;
import org.hospitalviewer.ingest.folder.ImportStatus;
import org.hospitalviewer.ui.Said;

/** The files that were not taken, and why. */
final class TroubleList extends Div {

    private static final Set<ImportStatus> TROUBLES =
            EnumSet.of(ImportStatus.REFUSED, ImportStatus.FAILED, ImportStatus.QUARANTINED);
    private static final int SHOWN = 100;

    private final FolderImport imports;
    private List<HistoryEntry> drawn = List.of();

    TroubleList(FolderImport imports) {
        this.imports = imports;
        addClassName("import-troubles");
        setVisible(false);
    }

    /** Of the last import, and of monitoring where there was none. */
    void show(FolderImportStatus status) {
        Long job = status.running() == null || status.monitoring().enabled() && !status.running().active() ? null
                : status.running().job().id();
        List<HistoryEntry> entries = imports.history(job, TROUBLES, 0, SHOWN + 1);
        if (entries.equals(drawn)) {
            return;
        }
        drawn = entries;
        removeAll();
        setVisible(!entries.isEmpty());
        UnorderedList list = new UnorderedList();
        list.addClassName("admin-list");
        entries.stream().limit(SHOWN).forEach(entry -> list.add(item(entry)));
        add(new H2(getTranslation("admin.import.troubles")), list);
        if (entries.size() > SHOWN) {
            Paragraph more = new Paragraph(getTranslation("admin.import.troubles.more", SHOWN));
            more.addClassName("quiet");
            add(more);
        }
    }

    private ListItem item(HistoryEntry entry) {
        Span badge = new Span(getTranslation("admin.import.file." + entry.status()));
        badge.addClassNames("state", entry.status() == ImportStatus.QUARANTINED ? "state-warning" : "state-bad");
        Span path = new Span(entry.path());
        path.addClassName("path");
        Div reason = new Div(entry.status() == ImportStatus.QUARANTINED
                ? getTranslation("admin.import.quarantined") : Said.here(entry.reason()));
        reason.addClassName("quiet");
        Div what = new Div(path, reason);
        what.addClassName("trouble");
        return new ListItem(badge, what);
    }
}
