package org.hospitalviewer.ui.admin.folderimport;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import java.util.List;
import org.hospitalviewer.access.Action;
import org.hospitalviewer.access.Requires;
import org.hospitalviewer.ingest.folder.FolderImport;
import org.hospitalviewer.ingest.folder.FolderImportStatus;
import org.hospitalviewer.ingest.folder.InvalidFolderException;
import org.hospitalviewer.ingest.folder.ScanResult;
import org.hospitalviewer.ui.Said;
import org.hospitalviewer.ui.admin.AdminHeading;
import org.hospitalviewer.ui.admin.AdminLayout;
import org.hospitalviewer.ui.admin.Banner;
import org.hospitalviewer.ui.admin.LiveUpdate;

/** The hospital's folder: what lies in it is counted and imported, and what comes into it is taken by itself. */
@Route(value = "admin/import", layout = AdminLayout.class)
@Requires(Action.IMPORT_FOLDERS)
public class FolderImportView extends Div implements HasDynamicTitle {

    private final FolderImport imports;
    private final FolderForm form;
    private final Div answer = new Div();
    private final Button scan;
    private final Button start;
    private final Button stop;
    private final ScanCard scanCard = new ScanCard();
    private final ImportCard importCard = new ImportCard();
    private final MonitoringCard monitoringCard;
    private final TroubleList troubles;

    FolderImportView(FolderImport imports) {
        this.imports = imports;
        addClassNames("admin-page", "folder-import");
        form = new FolderForm(imports, this::test);
        monitoringCard = new MonitoringCard(imports, this::complain);
        troubles = new TroubleList(imports);
        answer.addClassName("banners");
        scan = new Button(getTranslation("admin.import.scan"), VaadinIcon.SEARCH.create(), _ -> tried(() ->
                imports.scan(form.path(), form.options())));
        start = new Button(getTranslation("admin.import.start"), VaadinIcon.PLAY.create(), _ -> tried(() ->
                imports.start(form.request())));
        start.addThemeVariants(ButtonVariant.PRIMARY);
        stop = new Button(getTranslation("admin.import.stop"), VaadinIcon.STOP.create(), _ -> tried(imports::stop));
        Div buttons = new Div(scan, start, stop);
        buttons.addClassName("card-buttons");
        Section choice = new Section(new H2(getTranslation("admin.import.folder")), form, answer, buttons);
        choice.addClassNames("admin-card", "folder-choice");
        Div cards = new Div(importCard, scanCard, monitoringCard);
        cards.addClassName("admin-cards");
        add(new AdminHeading(getTranslation("admin.import.title"), getTranslation("admin.import.sentence")), choice,
                cards, troubles);
        form.fill(imports.status());
        LiveUpdate.follow(this, List.of(imports::subscribe), this::refresh);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("admin.import.title");
    }

    private void test() {
        tried(() -> {
            answer.removeAll();
            answer.add(TestAnswer.of(this, imports.test(form.path(), form.options())));
        });
    }

    private void tried(Runnable work) {
        answer.removeAll();
        try {
            work.run();
        } catch (InvalidFolderException e) {
            complain(Said.here(e.getMessage()));
        }
        refresh();
    }

    private void complain(String sentence) {
        answer.removeAll();
        answer.add(new Banner(VaadinIcon.WARNING, sentence, true));
    }

    private void refresh() {
        FolderImportStatus status = imports.status();
        boolean scanning = status.scan() != null && status.scan().state() == ScanResult.State.RUNNING;
        boolean importing = status.running() != null && status.running().active();
        scan.setEnabled(!scanning);
        start.setEnabled(!importing);
        stop.setEnabled(scanning || importing);
        scanCard.show(status.scan());
        importCard.show(status.running());
        monitoringCard.show(status.monitoring());
        troubles.show(status);
    }
}
