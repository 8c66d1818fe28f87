package org.hospitalviewer.peers;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a test needs from its machine. Where it is missing the test is skipped aloud; with CI=true it fails. */
public final class Needed {
    private static final Logger LOG = LoggerFactory.getLogger(Needed.class);

    private Needed() {
    }

    /** Goes on only when the condition is met. */
    public static void when(boolean met, String otherwise) {
        if (met) {
            return;
        }
        if ("true".equals(System.getenv("CI"))) {
            Assertions.fail(otherwise);
        }
        LOG.warn("SKIPPED: {}", otherwise);
        Assumptions.abort(otherwise);
    }

    /** The program of this name. */
    public static Path program(String name, String debianPackage) {
        Stream<String> searched = Stream.of(System.getenv("PATH").split(File.pathSeparator));
        Optional<Path> found = Stream.concat(searched, Stream.of("/usr/sbin", "/usr/local/sbin"))
                .map(folder -> Path.of(folder, name)).filter(Files::isExecutable).findFirst();
        when(found.isPresent(), "program " + name + " (Debian package " + debianPackage + ") is not installed");
        return found.orElseThrow();
    }
}
