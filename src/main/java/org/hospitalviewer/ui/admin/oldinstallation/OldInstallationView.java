package org.hospitalviewer.ui.admin.oldinstallation;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.UploadHandler;
import java.util.stream.Collectors;
import org.hospitalviewer.access.Action;
import org.hospitalviewer.access.Requires;
import org.hospitalviewer.oldinstallation.Finding;
import org.hospitalviewer.oldinstallation.OldFile;
import org.hospitalviewer.oldinstallation.OldReports;
import org.hospitalviewer.oldinstallation.OldStudyList;
import org.hospitalviewer.oldinstallation.OldUsers;
import org.hospitalviewer.oldinstallation.Takeover;
import org.hospitalviewer.oldinstallation.UnreadableFileException;
import org.hospitalviewer.ui.Said;
import org.hospitalviewer.ui.admin.AdminHeading;
import org.hospitalviewer.ui.admin.AdminLayout;
import org.hospitalviewer.ui.admin.Banner;

/** Brings users and reports over from the installation before this one: first a trial that changes nothing, then the real thing. */
@Route(value = "admin/old-installation", layout = AdminLayout.class)
@Requires(Action.TAKE_OVER_OLD_INSTALLATION)
public class OldInstallationView extends Div implements HasDynamicTitle {

    private final OldUsers users;
    private final OldReports reports;
    private final OldStudyList studies;
    private final RadioButtonGroup<OldKind> kind = new RadioButtonGroup<>();
    private final Upload upload = new Upload();
    private final Div outcome = new Div();

    OldInstallationView(OldUsers users, OldReports reports, OldStudyList studies) {
        this.users = users;
        this.reports = reports;
        this.studies = studies;
        addClassNames("admin-page", "old-installation");
        kind.setLabel(getTranslation("old.kind"));
        kind.setItems(OldKind.values());
        kind.setItemLabelGenerator(value -> getTranslation("old.kind." + value));
        kind.setValue(OldKind.USERS);
        kind.addValueChangeListener(_ -> {
            outcome.removeAll();
            upload.clearFileList();
        });
        upload.setMaxFiles(1);
        upload.setMaxFileSize(OldFile.MAX_BYTES);
        upload.addFileRejectedListener(_ -> complain(getTranslation("old.too-large", OldFile.MAX_MEGABYTES)));
        upload.setUploadButton(new Button(getTranslation("old.choose"), VaadinIcon.UPLOAD.create()));
        upload.setDropLabel(new Span(getTranslation("old.drop")));
        upload.setUploadHandler(UploadHandler.inMemory((_, file) -> {
            upload.clearFileList();
            show(file, true);
        }));
        outcome.addClassName("old-outcome");
        add(new AdminHeading(getTranslation("old.title"), getTranslation("old.sentence")), kind, upload, outcome);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("old.title");
    }

    private void show(byte[] file, boolean trial) {
        try {
            Takeover result = switch (kind.getValue()) {
                case USERS -> users.takeOver(file, trial);
                case REPORTS -> reports.takeOver(file, trial);
                case STUDIES -> studies.compare(file);
            };
            draw(result, file);
        } catch (UnreadableFileException e) {
            complain(Said.here(e.getMessage()));
        }
    }

    private void complain(String sentence) {
        outcome.removeAll();
        outcome.add(new Banner(VaadinIcon.WARNING, sentence, true));
    }

    private void draw(Takeover result, byte[] file) {
        outcome.removeAll();
        Paragraph summary = new Paragraph(result.counts().entrySet().stream()
                .map(count -> getTranslation("old.count." + count.getKey(), count.getValue()))
                .collect(Collectors.joining(", ")) + ".");
        summary.getElement().setAttribute("role", "status");
        outcome.add(summary);
        boolean isComparison = kind.getValue() == OldKind.STUDIES;
        if (result.trial() && !isComparison && result.counts().containsKey(Finding.Outcome.ADDED)) {
            Button takeOver = new Button(getTranslation("old.take-over"), _ -> show(file, false));
            takeOver.addThemeVariants(ButtonVariant.PRIMARY);
            outcome.add(new Paragraph(getTranslation("old.trial")), takeOver);
        } else if (!result.trial()) {
            outcome.add(new Banner(VaadinIcon.CHECK, getTranslation("old.done"), false));
        }
        outcome.add(table(result));
    }

    private Grid<Finding> table(Takeover result) {
        Grid<Finding> table = new Grid<>();
        table.addThemeVariants(GridVariant.NO_BORDER, GridVariant.WRAP_CELL_CONTENT);
        table.addColumn(finding -> finding.line() == 0 ? "" : finding.line()).setHeader(getTranslation("old.line"))
                .setWidth("5rem").setFlexGrow(0);
        table.addComponentColumn(this::badge).setHeader(getTranslation("old.outcome")).setWidth("12rem").setFlexGrow(0);
        table.addColumn(Finding::subject).setHeader(getTranslation("old.subject")).setTooltipGenerator(Finding::subject)
                .setWidth("14rem").setFlexGrow(1);
        table.addColumn(OldInstallationView::remark).setHeader(getTranslation("old.remark"))
                .setTooltipGenerator(OldInstallationView::remark)
                .setWidth("14rem").setFlexGrow(2);
        table.setItems(result.findings());
        return table;
    }

    /** Of what is only compared, the remark tells of patients. */
    private static String remark(Finding finding) {
        return switch (finding.outcome()) {
            case ADDED, REFUSED -> Said.here(finding.remark());
            case KNOWN, ONLY_OLD, ONLY_HERE -> finding.remark();
        };
    }

    private Span badge(Finding finding) {
        Span badge = new Span(getTranslation("old.outcome." + finding.outcome()));
        badge.addClassNames("state", switch (finding.outcome()) {
            case ADDED, KNOWN -> "state-good";
            case ONLY_HERE -> "";
            case REFUSED, ONLY_OLD -> "state-bad";
        });
        return badge;
    }
}
