package org.hospitalviewer.peers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hospitalviewer.FreshHome;
import org.springframework.util.FileSystemUtils;

/**
 * The packaged program extracted and with a cache of its classes, as a portable folder has it: it starts in a part of the
 * time.
 *
 * @param jar   the extracted program
 * @param cache of classes
 */
public record QuickProgram(Path jar, Path cache) {

    /** Extracts the program and starts it once to fill the cache. */
    public static QuickProgram prepare() throws IOException, InterruptedException {
        Path folder = Path.of("target", "quick-program").toAbsolutePath();
        FileSystemUtils.deleteRecursively(folder);
        Path packaged = ApplianceProcess.jar();
        Process extraction = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djarmode=tools", "-jar", packaged.toString(), "extract", "--destination", folder.toString())
                .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        if (extraction.waitFor() != 0) {
            throw new IOException("The program cannot be extracted to " + folder);
        }
        QuickProgram program = new QuickProgram(folder.resolve(packaged.getFileName()), folder.resolve("classes.aot"));
        program.fillCache();
        return program;
    }

    private void fillCache() throws IOException, InterruptedException {
        Path home = FreshHome.make();
        try (ApplianceProcess training = ApplianceProcess.launch(jar, home, FreePort.find(), FreePort.find(),
                List.of("-Xmx512m", "-XX:AOTCacheOutput=" + cache), List.of(), ApplianceProcess.administrator())) {
            training.awaitUp();
        }
        FileSystemUtils.deleteRecursively(home);
        if (!Files.exists(cache)) {
            throw new IOException("Java made no cache of classes in " + cache);
        }
    }

    /** Starts without waiting. */
    public ApplianceProcess launch(Path home, int httpPort, int dicomPort) throws IOException {
        return ApplianceProcess.launch(jar, home, httpPort, dicomPort,
                List.of("-Xmx512m", "-XX:AOTCache=" + cache, "-Xlog:disable"), List.of(),
                ApplianceProcess.administrator());
    }
}
