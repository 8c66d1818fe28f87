package org.hospitalviewer.peers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The set of real DICOM files beside the project folder. */
public final class Samples {
    private static final Path ROOT = Path.of("..", "shared", "dicom-samples").toAbsolutePath().normalize();

    private Samples() {
    }

    /** The folder of all samples. */
    public static Path root() {
        Needed.when(Files.isDirectory(ROOT), "sample set " + ROOT + " is absent");
        return ROOT;
    }

    /** One file or folder, e.g. {@code series-ct/head-phantom-1mm}. */
    public static Path path(String relative) {
        Path path = root().resolve(relative);
        Needed.when(Files.exists(path), "sample " + path + " is absent");
        return path;
    }

    /** The files in a folder and below whose names end with {@code .dcm}, sorted. */
    public static List<Path> files(String folder) {
        return below(folder).stream().filter(file -> file.toString().endsWith(".dcm")).toList();
    }

    /** All files in a folder and below, sorted. */
    public static List<Path> below(String folder) {
        try (Stream<Path> paths = Files.walk(path(folder))) {
            return paths.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** All samples: every folder, without the lists and notices at the top. */
    public static List<Path> all() {
        return below("").stream().filter(file -> !file.getParent().equals(ROOT)).toList();
    }

    /** The path as it stands in the manifest. */
    public static String name(Path file) {
        return ROOT.relativize(file.toAbsolutePath().normalize()).toString().replace('\\', '/');
    }
}
