package org.hospitalviewer.backup.target;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file of a target on this computer. Closing it removes what was fetched only for the moment.
 *
 * @param isCopy whether it lies, alone in a folder, only until it is closed; otherwise it is the kept file itself
 */
public record Fetched(Path file, boolean isCopy) implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Fetched.class);

    /** The file that the target keeps. */
    public static Fetched itself(Path file) {
        return new Fetched(file, false);
    }

    /** A copy, in a folder of its own. */
    public static Fetched copy(Path file) {
        return new Fetched(file, true);
    }

    @Override
    public void close() {
        try {
            if (isCopy) {
                Files.deleteIfExists(file);
                Files.deleteIfExists(file.getParent());
            }
        } catch (IOException e) {
            LOG.warn("The next start removes {}", file, e);
        }
    }
}
