package org.hospitalviewer.peers;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.hospitalviewer.FreshHome;
import org.springframework.util.FileSystemUtils;
import org.springframework.util.function.SingletonSupplier;

/**
 * The packaged program extracted and with a cache of its classes, as a portable folder has it: it starts in a part of the
 * time. Made anew when the packaged program is another.
 *
 * @param jar   the extracted program
 * @param cache of classes
 */
record QuickProgram(Path jar, Path cache) {

    private static final Path FOLDER = Path.of("target", "quick-program").toAbsolutePath();
    private static final Path MADE_FROM = FOLDER.resolve("made-from");
    private static final Supplier<QuickProgram> READY = SingletonSupplier.of(QuickProgram::prepare);

    static QuickProgram get() {
        return READY.get();
    }

    /** For every start, whatever else is said. */
    List<String> javaOptions() {
        return List.of("-XX:AOTCache=" + cache, "-Xlog:disable");
    }

    private static QuickProgram prepare() {
        try {
            Path packaged = ApplianceProcess.jar();
            QuickProgram program = new QuickProgram(FOLDER.resolve(packaged.getFileName()), FOLDER.resolve("classes.aot"));
            String hash = hash(packaged);
            if (!Files.exists(MADE_FROM) || !Files.readString(MADE_FROM).equals(hash)) {
                FileSystemUtils.deleteRecursively(FOLDER);
                extract(packaged);
                program.fillCache();
                Files.writeString(MADE_FROM, hash);
            }
            return program;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void extract(Path packaged) throws IOException, InterruptedException {
        Process extraction = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djarmode=tools", "-jar", packaged.toString(), "extract", "--destination", FOLDER.toString())
                .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        if (extraction.waitFor() != 0) {
            throw new IOException("The program cannot be extracted to " + FOLDER);
        }
    }

    /** By a first start. */
    private void fillCache() throws IOException, InterruptedException {
        Path home = FreshHome.make();
        try (ApplianceProcess training = ApplianceProcess.launch(jar, home, FreePort.find(), FreePort.find(),
                Stream.concat(ApplianceProcess.QUICK_START.stream(), Stream.of("-XX:AOTCacheOutput=" + cache)).toList(),
                List.of(), ApplianceProcess.administrator())) {
            training.awaitUp();
        }
        FileSystemUtils.deleteRecursively(home);
        if (!Files.exists(cache)) {
            throw new IOException("Java made no cache of classes in " + cache);
        }
    }

    private static String hash(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                DigestInputStream hashed = new DigestInputStream(in, MessageDigest.getInstance("SHA-256"))) {
            hashed.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(hashed.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
