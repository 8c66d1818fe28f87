package org.hospitalviewer.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.hospitalviewer.peers.ApplianceProcess;

/** The appliance as a clinic has it: the portable folder with its own Java and what that learned of the program. */
final class PortableAppliance {

    private static final Path FOLDER = Path.of("target", "portable", "hospital-dicom-viewer").toAbsolutePath();

    private PortableAppliance() {
    }

    /** With the memory that it takes by default. */
    static ApplianceProcess start(Path home) throws IOException {
        return ApplianceProcess.startPortable(FOLDER, home, Map.of("PATH", System.getenv("PATH")));
    }

    /** Ends at once when its memory does not suffice. */
    static ApplianceProcess startStrict(Path home) throws IOException {
        return ApplianceProcess.startPortable(FOLDER, home, Map.of("PATH", System.getenv("PATH"),
                "VIEWER_JAVA_OPTIONS", "-Xmx512m -XX:+ExitOnOutOfMemoryError"));
    }
}
