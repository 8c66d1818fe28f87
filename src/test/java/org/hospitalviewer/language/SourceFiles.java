package org.hospitalviewer.language;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The program's own sources, for tests that hold its texts against those who say them. */
public final class SourceFiles {

    public static final Path CODE = Path.of("src/main/java");

    private SourceFiles() { }

    public static Stream<Path> in(Path place) {
        try (Stream<Path> sources = Files.walk(place)) {
            return sources.filter(source -> source.toString().endsWith(".java")).toList().stream();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public static String read(Path source) {
        try {
            return Files.readString(source);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
