package org.hospitalviewer.ui.admin.trash;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import java.util.List;
import org.hospitalviewer.access.Action;
import org.hospitalviewer.access.Requires;
import org.hospitalviewer.appliance.settings.Settings;
import org.hospitalviewer.archive.Archive;
import org.hospitalviewer.archive.TrashEntry;
import org.hospitalviewer.study.StudyTrash;
import org.hospitalviewer.ui.admin.AdminHeading;
import org.hospitalviewer.ui.admin.AdminLayout;
import org.hospitalviewer.ui.admin.LiveUpdate;

/** Deleted studies, as long as they can be restored. */
@Route(value = "admin/trash", layout = AdminLayout.class)
@Requires(Action.DELETE_STUDIES)
public class TrashView extends Div implements HasDynamicTitle {

    private final StudyTrash trash;
    private final Settings settings;
    private final Div content = new Div();

    TrashView(StudyTrash trash, Archive archive, Settings settings) {
        this.trash = trash;
        this.settings = settings;
        addClassName("admin-page");
        add(new AdminHeading(getTranslation("admin.trash.title"),
                getTranslation("admin.trash.sentence", settings.current().trashDays())), content);
        LiveUpdate.follow(this, List.of(listener -> archive.subscribe(_ -> listener.run())::close), this::refresh);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("admin.trash.title");
    }

    private void refresh() {
        content.removeAll();
        List<TrashEntry> entries = trash.isThere() ? trash.entries() : List.of();
        if (entries.isEmpty()) {
            Paragraph nothing = new Paragraph(getTranslation(trash.isThere() ? "admin.trash.empty"
                    : "admin.trash.absent"));
            nothing.addClassName("quiet");
            content.add(nothing);
            return;
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("admin-list");
        entries.forEach(entry -> list.add(new TrashItem(entry, trash, settings.current().trashDays(),
                this::refresh)));
        content.add(list);
    }
}
