package org.hospitalviewer.dicom;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The shared sample files beside the project; tests without them are skipped with a message, never under CI=true. */
public final class Samples {
    private static final Path ROOT = Path.of("..", "shared", "dicom-samples");

    private Samples() {
    }

    public static Path root() {
        require(Files.isDirectory(ROOT), "no sample files at " + ROOT.toAbsolutePath().normalize());
        return ROOT;
    }

    /** One file, by its path within the samples. */
    public static Path file(String path) {
        return root().resolve(path);
    }

    /** All files below a folder, in the order of their names. */
    public static List<Path> below(String folder) throws IOException {
        try (Stream<Path> files = Files.walk(root().resolve(folder))) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /** All DICOM files: every folder, without the lists and notices at the top. */
    public static List<Path> all() throws IOException {
        try (Stream<Path> files = Files.walk(root())) {
            return files.filter(Files::isRegularFile).filter(file -> !file.getParent().equals(ROOT)).sorted().toList();
        }
    }

    /** The path as it stands in the manifest. */
    public static String name(Path file) {
        return ROOT.relativize(file).toString().replace('\\', '/');
    }

    /** Skips the test when a condition does not hold, but fails it where everything has to run. */
    public static void require(boolean condition, String missing) {
        if (!condition && "true".equals(System.getenv("CI"))) {
            throw new AssertionError("Needed with CI=true: " + missing);
        }
        assumeTrue(condition, missing);
    }
}
