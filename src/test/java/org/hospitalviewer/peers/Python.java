package org.hospitalviewer.peers;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The Python that has pydicom; there may be several interpreters, and the first on the path may be another. */
public final class Python {
    private static Optional<PeerProgram> found;

    private Python() {
    }

    /** Skips the test where no Python has pydicom. */
    public static synchronized PeerProgram withPydicom() {
        if (found == null) {
            found = candidates().filter(Python::hasPydicom).findFirst()
                    .map(path -> new PeerProgram(List.of(path.toString())));
        }
        Needed.when(found.isPresent(), "a Python with pydicom (Debian package python3-pydicom) is not installed");
        return found.orElseThrow();
    }

    private static Stream<Path> candidates() {
        Stream<String> searched = Stream.of(System.getenv("PATH").split(File.pathSeparator));
        return Stream.concat(searched, Stream.of("/usr/bin", "/usr/local/bin"))
                .flatMap(folder -> Stream.of(Path.of(folder, "python3"), Path.of(folder, "python")))
                .distinct().filter(Files::isExecutable);
    }

    private static boolean hasPydicom(Path python) {
        try {
            return new ProcessBuilder(python.toString(), "-c", "import pydicom, numpy")
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
