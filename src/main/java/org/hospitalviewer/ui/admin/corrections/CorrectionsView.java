package org.hospitalviewer.ui.admin.corrections;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import java.util.List;
import org.hospitalviewer.access.Action;
import org.hospitalviewer.access.Requires;
import org.hospitalviewer.appliance.job.JobService;
import org.hospitalviewer.archive.Archive;
import org.hospitalviewer.study.Correction;
import org.hospitalviewer.study.StudyCorrections;
import org.hospitalviewer.ui.admin.AdminHeading;
import org.hospitalviewer.ui.admin.AdminLayout;
import org.hospitalviewer.ui.admin.LiveUpdate;

/** Corrections of patient data: what was changed by whom, and the way back. */
@Route(value = "admin/corrections", layout = AdminLayout.class)
@Requires(Action.CORRECT_STUDIES)
public class CorrectionsView extends Div implements HasDynamicTitle {

    private final StudyCorrections corrections;
    private final Div content = new Div();

    CorrectionsView(StudyCorrections corrections, Archive archive, JobService jobs) {
        this.corrections = corrections;
        addClassName("admin-page");
        add(new AdminHeading(getTranslation("admin.corrections.title"), getTranslation("admin.corrections.sentence")),
                content);
        LiveUpdate.follow(this, List.of(listener -> archive.subscribe(_ -> listener.run())::close,
                listener -> jobs.subscribe(_ -> listener.run())), this::refresh);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("admin.corrections.title");
    }

    private void refresh() {
        content.removeAll();
        List<Correction> newest = corrections.newest();
        if (newest.isEmpty()) {
            Paragraph nothing = new Paragraph(getTranslation("admin.corrections.empty"));
            nothing.addClassName("quiet");
            content.add(nothing);
            return;
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("admin-list");
        newest.forEach(correction -> list.add(new CorrectionItem(correction, corrections, this::refresh)));
        content.add(list);
    }
}
