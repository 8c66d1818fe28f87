package org.hospitalviewer;

import com.vaadin.flow.spring.annotation.EnableVaadin;
import org.hospitalviewer.appliance.Launcher;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The appliance: one process with the DICOM node, the archive, DICOMweb and the screens. */
@SpringBootApplication
// Vaadin looks through these classes at each start, several times.
@EnableVaadin("org.hospitalviewer.ui")
public class Application {

    public static void main(String[] args) {
        int exitCode = Launcher.launch(Application.class, UpkeepApplication.class, args);
        if (exitCode != 0) {
            System.exit(exitCode);
        }
    }
}
