package org.hospitalviewer;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.component.page.Viewport;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.theme.aura.Aura;
import org.hospitalviewer.appliance.Launcher;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The appliance: one process with the DICOM node, the archive, DICOMweb and the screens. */
@SpringBootApplication
@ConfigurationPropertiesScan
@Push
@Viewport("width=device-width, initial-scale=1")
@StyleSheet(Aura.STYLESHEET)
@StyleSheet("appliance.css")
@StyleSheet("admin.css")
@StyleSheet("folder-import.css")
@StyleSheet("sync.css")
@StyleSheet("backup.css")
public class Application implements AppShellConfigurator {

    @Override
    public void configurePage(AppShellSettings settings) {
        settings.addFavIcon("icon", "icon.svg", "any");
    }

    public static void main(String[] args) {
        int exitCode = Launcher.launch(Application.class, UpkeepApplication.class, args);
        if (exitCode != 0) {
            System.exit(exitCode);
        }
    }
}
