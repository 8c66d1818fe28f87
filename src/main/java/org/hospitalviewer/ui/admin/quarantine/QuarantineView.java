package org.hospitalviewer.ui.admin.quarantine;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hospitalviewer.access.Action;
import org.hospitalviewer.access.Requires;
import org.hospitalviewer.archive.Archive;
import org.hospitalviewer.archive.Quarantined;
import org.hospitalviewer.study.StudyQuarantine;
import org.hospitalviewer.ui.PatientNameText;
import org.hospitalviewer.ui.admin.AdminHeading;
import org.hospitalviewer.ui.admin.AdminLayout;
import org.hospitalviewer.ui.admin.LiveUpdate;
import org.hospitalviewer.ui.admin.Readable;
import org.hospitalviewer.ui.worklist.StudyRow;

/** Objects that clash with stored ones, and the way to decide about them. */
@Route(value = "admin/quarantine", layout = AdminLayout.class)
@Requires(Action.DECIDE_QUARANTINE)
public class QuarantineView extends Div implements HasDynamicTitle {

    private final StudyQuarantine quarantine;
    private final Div content = new Div();

    QuarantineView(StudyQuarantine quarantine, Archive archive) {
        this.quarantine = quarantine;
        addClassName("admin-page");
        add(new AdminHeading(getTranslation("admin.quarantine.title"), getTranslation("admin.quarantine.sentence")),
                content);
        LiveUpdate.follow(this, List.of(listener -> archive.subscribe(_ -> listener.run())::close), this::refresh);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("admin.quarantine.title");
    }

    private void refresh() {
        content.removeAll();
        List<Quarantined> waiting = quarantine.isThere() ? quarantine.waiting() : List.of();
        if (waiting.isEmpty()) {
            Paragraph nothing = new Paragraph(getTranslation(quarantine.isThere() ? "admin.quarantine.empty"
                    : "admin.quarantine.absent"));
            nothing.addClassName("quiet");
            content.add(nothing);
            return;
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("admin-list");
        waiting.forEach(object -> list.add(item(object)));
        content.add(list);
    }

    private ListItem item(Quarantined object) {
        Span title = new Span(joined(PatientNameText.of(object.patientName()), object.patientId()));
        title.addClassName("device-name");
        Div what = new Div(joined(object.modality(),
                StudyRow.date(object.studyDate(), UI.getCurrent().getLocale()), object.sopInstanceUid()));
        what.addClassName("quiet");
        Div when = new Div(getTranslation("admin.quarantine.sent",
                Readable.moment(object.arrivedAt(), UI.getCurrent().getLocale()), object.sender(), object.address()));
        when.addClassName("quiet");
        Div buttons = new Div(new Button(getTranslation("admin.quarantine.compare"),
                _ -> new CompareDialog(object, quarantine, this::refresh).open()));
        buttons.addClassName("card-buttons");
        ListItem item = new ListItem(new Div(new Div(title), what, when), buttons);
        item.addClassName("device");
        return item;
    }

    static String joined(String... parts) {
        return Stream.of(parts).filter(part -> !part.isBlank()).collect(Collectors.joining("  \u00b7  "));
    }
}
