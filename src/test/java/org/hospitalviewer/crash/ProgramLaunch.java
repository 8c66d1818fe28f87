package org.hospitalviewer.crash;

import java.io.IOException;
import java.nio.file.Path;
import org.hospitalviewer.peers.ApplianceProcess;

/** How the program under attack is started. */
@FunctionalInterface
public interface ProgramLaunch {

    /** Starts without waiting. */
    ApplianceProcess start(Path home, int httpPort, int dicomPort) throws IOException;
}
