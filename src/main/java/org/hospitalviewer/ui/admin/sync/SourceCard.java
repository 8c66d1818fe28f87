package org.hospitalviewer.ui.admin.sync;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import org.hospitalviewer.ingest.folder.FolderImport;
import org.hospitalviewer.ingest.folder.InvalidFolderException;
import org.hospitalviewer.ingest.folder.OrthancFolders;
import org.hospitalviewer.sync.SyncSource;
import org.hospitalviewer.sync.SyncSources;
import org.hospitalviewer.ui.Said;
import org.hospitalviewer.ui.admin.Readable;
import org.hospitalviewer.ui.admin.folderimport.FolderDialog;

/** Where the files come from: this archive, or the storage folder of an Orthanc. */
final class SourceCard extends Section {

    private final SyncSources sources;
    private final Runnable refresh;
    private final RadioButtonGroup<SyncSource.Kind> kind = new RadioButtonGroup<>();
    private final TextField folder = new TextField(getTranslation("admin.sync.source.folder"));
    private final Div place = new Div();
    private final Paragraph found = new Paragraph();
    private final Div answer = new Div();

    SourceCard(SyncSources sources, FolderImport folders, Runnable refresh) {
        this.sources = sources;
        this.refresh = refresh;
        addClassNames("admin-card", "sync-source");
        kind.setItems(SyncSource.Kind.values());
        kind.setItemLabelGenerator(one -> getTranslation("admin.sync.source." + one));
        kind.setAriaLabel(getTranslation("admin.sync.source"));
        folder.setHelperText(getTranslation("admin.sync.source.help"));
        Button browse = new Button(getTranslation("admin.import.browse"), VaadinIcon.FOLDER_OPEN.create(),
                _ -> new FolderDialog(folders, folder.getValue(), folder::setValue).open());
        Button test = new Button(getTranslation("admin.import.test"), _ -> test());
        Div buttons = new Div(browse, test);
        buttons.addClassName("card-buttons");
        place.addClassName("sync-source-place");
        place.add(folder, buttons);
        found.addClassName("quiet");
        answer.addClassName("source-answer");
        answer.getElement().setAttribute("role", "status");
        Button save = new Button(getTranslation("admin.save"), _ -> save());
        save.addThemeVariants(ButtonVariant.PRIMARY);
        Div foot = new Div(save);
        foot.addClassName("card-buttons");
        kind.addValueChangeListener(event -> place.setVisible(event.getValue() == SyncSource.Kind.ORTHANC_FOLDER));
        add(new H2(getTranslation("admin.sync.source")), kind, place, answer, found, foot);
        show(sources.get());
    }

    private void show(SyncSource source) {
        kind.setValue(source.kind());
        folder.setValue(source.folder());
        place.setVisible(source.kind() == SyncSource.Kind.ORTHANC_FOLDER);
        showFound();
    }

    /** What the runs found in the folder so far. */
    void showFound() {
        boolean orthanc = sources.get().kind() == SyncSource.Kind.ORTHANC_FOLDER;
        found.setVisible(orthanc);
        if (orthanc) {
            SyncSources.Found all = sources.found();
            found.setText(getTranslation("admin.sync.source.found", all.studies(), all.objects()));
        }
    }

    private void test() {
        try {
            OrthancFolders.Counted counted = sources.test(folder.getValue());
            say(getTranslation(counted.complete() ? "admin.sync.source.good" : "admin.sync.source.more", counted.files(),
                    Readable.bytes(counted.bytes(), UI.getCurrent().getLocale())), "state-good");
        } catch (InvalidFolderException e) {
            say(Said.here(e.getMessage()), "state-bad");
        }
    }

    private void save() {
        try {
            show(kind.getValue() == SyncSource.Kind.ARCHIVE ? sources.toArchive() : sources.toOrthanc(folder.getValue()));
            say(getTranslation("admin.sync.saved"), "state-good");
            refresh.run();
        } catch (InvalidFolderException e) {
            say(Said.here(e.getMessage()), "state-bad");
        }
    }

    private void say(String sentence, String mood) {
        answer.setText(sentence);
        answer.setClassName("source-answer");
        answer.addClassName(mood);
    }
}
