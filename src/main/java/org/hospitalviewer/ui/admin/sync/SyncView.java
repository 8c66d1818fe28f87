package org.hospitalviewer.ui.admin.sync;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import java.util.List;
import org.hospitalviewer.access.Action;
import org.hospitalviewer.access.Requires;
import org.hospitalviewer.ingest.folder.FolderImport;
import org.hospitalviewer.sync.Sync;
import org.hospitalviewer.sync.SyncSources;
import org.hospitalviewer.sync.SyncTargets;
import org.hospitalviewer.sync.TargetTest;
import org.hospitalviewer.ui.admin.AdminHeading;
import org.hospitalviewer.ui.admin.AdminLayout;
import org.hospitalviewer.ui.admin.LiveUpdate;

/** Copies of studies at other places: how they are, where they go, which and when. */
@Route(value = "admin/sync", layout = AdminLayout.class)
@Requires(Action.MANAGE_SETTINGS)
public class SyncView extends Div implements HasDynamicTitle {

    private final Sync sync;
    private final SyncTargets targets;
    private final TargetTest test;
    private final SyncState state;
    private final SourceCard source;
    private final Div list = new Div();
    private final RunHistory history;
    private List<Sync.TargetStatus> drawn;

    SyncView(Sync sync, SyncTargets targets, SyncSources sources, TargetTest test, FolderImport folders) {
        this.sync = sync;
        this.targets = targets;
        this.test = test;
        this.state = new SyncState(sync);
        this.source = new SourceCard(sources, folders, this::refresh);
        this.history = new RunHistory(sync);
        addClassNames("admin-page", "sync-page");
        Button add = new Button(getTranslation("admin.sync.add"), VaadinIcon.PLUS.create(),
                _ -> TargetDialog.forNew(sync, targets, test, this::refresh).open());
        add.addThemeVariants(ButtonVariant.PRIMARY);
        Div head = new Div(new AdminHeading(getTranslation("admin.sync.title"), getTranslation("admin.sync.sentence")), add);
        head.addClassName("admin-head");
        Div left = new Div(state, source);
        left.addClassName("sync-left");
        Div cards = new Div(left, new TimesCard(sync, targets, this::refresh));
        cards.addClassName("admin-cards");
        add(head, cards, new H2(getTranslation("admin.sync.targets")), list, new H2(getTranslation("admin.sync.history")),
                history);
        LiveUpdate.follow(this, List.of(sync::subscribe), this::draw);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("admin.sync.title");
    }

    private void refresh() {
        drawn = null;
        draw();
    }

    /** The targets are drawn again only when they changed: a button under the mouse stays where it is. */
    private void draw() {
        Sync.Status status = sync.status();
        state.show(status);
        source.showFound();
        history.refresh();
        if (status.targets().equals(drawn)) {
            return;
        }
        drawn = status.targets();
        list.removeAll();
        if (drawn.isEmpty()) {
            Paragraph none = new Paragraph(getTranslation("admin.sync.none"));
            none.addClassName("quiet");
            list.add(none);
            return;
        }
        UnorderedList items = new UnorderedList();
        items.addClassName("admin-list");
        drawn.forEach(one -> items.add(new TargetItem(one, sync, targets, test, this::refresh)));
        list.add(items);
    }
}
