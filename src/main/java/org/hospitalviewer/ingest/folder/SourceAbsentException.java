package org.hospitalviewer.ingest.folder;

import java.io.IOException;
import java.nio.file.Path;

/** The folder is not there now: unplugged, not shared, or closed to the program. */
final class SourceAbsentException extends IOException {

    SourceAbsentException(Path folder) {
        super("The folder " + folder + " cannot be read now. Is the disk plugged in, is the network share there?");
    }
}
