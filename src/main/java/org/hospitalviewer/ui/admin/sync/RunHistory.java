package org.hospitalviewer.ui.admin.sync;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.hospitalviewer.sync.Sync;
import org.hospitalviewer.sync.SyncRun;
import org.hospitalviewer.ui.Said;
import org.hospitalviewer.ui.admin.Readable;

/** Runs that moved something or failed, newest first. */
final class RunHistory extends Div {

    private static final int RUNS = 30;

    private final Sync sync;
    private List<SyncRun> shown;

    RunHistory(Sync sync) {
        this.sync = sync;
    }

    void refresh() {
        List<SyncRun> runs = sync.history(RUNS);
        if (runs.equals(shown)) {
            return;
        }
        shown = runs;
        removeAll();
        if (runs.isEmpty()) {
            Paragraph none = new Paragraph(getTranslation("admin.sync.history.none"));
            none.addClassName("quiet");
            add(none);
            return;
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("admin-list");
        runs.forEach(run -> list.add(item(run)));
        add(list);
    }

    private ListItem item(SyncRun run) {
        Locale locale = UI.getCurrent().getLocale();
        Span name = new Span(run.targetName());
        name.addClassName("job-name");
        Span badge = new Span(getTranslation("admin.sync.run." + run.status()));
        badge.addClassNames("state", switch (run.status()) {
            case DONE -> "state-good";
            case GOES_ON -> "state-warning";
            case FAILED -> "state-bad";
        });
        Span when = new Span(Readable.moment(run.completedAt(), locale));
        when.addClassName("quiet");
        Span what = new Span(getTranslation("admin.sync.moved", run.files(), Readable.bytes(run.bytes(), locale),
                Readable.duration(Duration.between(run.startedAt(), run.completedAt())), run.deleted()));
        what.addClassName("quiet");
        ListItem item = new ListItem(name, badge, when, what);
        if (!run.error().isEmpty()) {
            String said = Said.here(run.error());
            Span error = new Span(run.repeats() > 1 ? getTranslation("admin.sync.repeats", said, run.repeats()) : said);
            error.addClassName("job-message");
            item.add(error);
        }
        return item;
    }
}
