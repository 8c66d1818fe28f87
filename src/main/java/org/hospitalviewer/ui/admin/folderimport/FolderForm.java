package org.hospitalviewer.ui.admin.folderimport;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import org.hospitalviewer.ingest.folder.FolderImport;
import org.hospitalviewer.ingest.folder.FolderImportStatus;
import org.hospitalviewer.ingest.folder.ImportOptions;
import org.hospitalviewer.ingest.folder.MonitoringStatus;

/** Which folder, and what of it. */
final class FolderForm extends Div {

    private static final int MIN_SECONDS = 5;
    private static final int MAX_SECONDS = 86_400;

    private final TextField path = new TextField(getTranslation("admin.import.path"));
    private final Checkbox existing = tick("admin.import.existing", true);
    private final Checkbox monitor = tick("admin.import.monitor", false);
    private final IntegerField seconds = new IntegerField(getTranslation("admin.import.seconds"));
    private final Checkbox dcmFiles = tick("admin.import.dcm", true);
    private final Checkbox unnamed = tick("admin.import.unnamed", true);
    private final Checkbox subfolders = tick("admin.import.subfolders", true);
    private final Checkbox zips = tick("admin.import.zips", false);
    private final Checkbox again = tick("admin.import.again", false);
    private final Checkbox fullSpeed = tick("admin.import.full-speed", false);

    /** @param test what the button Test does */
    FolderForm(FolderImport imports, Runnable test) {
        addClassName("folder-form");
        path.setPlaceholder(getTranslation("admin.import.path.example"));
        path.setWidthFull();
        path.addKeyPressListener(Key.ENTER, _ -> test.run());
        Button browse = new Button(getTranslation("admin.import.browse"), VaadinIcon.FOLDER_OPEN.create(),
                _ -> new FolderDialog(imports, path.getValue(), path::setValue).open());
        Button tested = new Button(getTranslation("admin.import.test"), _ -> test.run());
        Div place = new Div(path, browse, tested);
        place.addClassName("folder-place");
        seconds.setMin(MIN_SECONDS);
        seconds.setMax(MAX_SECONDS);
        seconds.setStepButtonsVisible(true);
        seconds.setStep(MIN_SECONDS);
        seconds.setValue(30);
        seconds.setVisible(false);
        monitor.setHelperText(getTranslation("admin.import.monitor.help"));
        monitor.addValueChangeListener(event -> seconds.setVisible(event.getValue()));
        Div columns = new Div(group("admin.import.when", existing, monitor, seconds),
                group("admin.import.which", dcmFiles, unnamed, subfolders, zips),
                group("admin.import.how", again, fullSpeed));
        columns.addClassName("folder-ticks");
        add(place, columns);
    }

    private Checkbox tick(String key, boolean ticked) {
        return new Checkbox(getTranslation(key), ticked);
    }

    private Div group(String title, Component... ticks) {
        Div group = new Div(new H3(getTranslation(title)));
        group.add(ticks);
        return group;
    }

    String path() {
        return path.getValue();
    }

    ImportOptions options() {
        return new ImportOptions(dcmFiles.getValue(), unnamed.getValue(), subfolders.getValue(), zips.getValue(),
                again.getValue(), fullSpeed.getValue());
    }

    FolderImport.Request request() {
        return new FolderImport.Request(path.getValue(), options(), existing.getValue(), monitor.getValue(),
                seconds.getValue() == null ? 0 : seconds.getValue());
    }

    /** As it was started last. */
    void fill(FolderImportStatus status) {
        MonitoringStatus monitoring = status.monitoring();
        if (monitoring.enabled()) {
            fill(monitoring.path(), monitoring.options());
        } else if (status.running() != null) {
            fill(status.running().job().path(), status.running().job().options());
        } else if (status.scan() != null) {
            fill(status.scan().path(), status.scan().options());
        }
        monitor.setValue(monitoring.enabled());
        seconds.setValue(monitoring.seconds());
    }

    private void fill(String folder, ImportOptions options) {
        path.setValue(folder);
        dcmFiles.setValue(options.dcmFiles());
        unnamed.setValue(options.filesWithoutExtension());
        subfolders.setValue(options.subfolders());
        zips.setValue(options.zips());
        fullSpeed.setValue(options.fullSpeed());
    }
}
