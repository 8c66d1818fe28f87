package org.hospitalviewer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** An empty home folder under {@code target}; the unpacked database programs are shared by all of them. */
public final class FreshHome implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    public static final String ADMIN = "head-admin";
    public static final String PASSWORD = "a-long-test-password";

    private static final Path FOLDER = Path.of("target", "test-homes").toAbsolutePath();

    /** A new home folder. */
    public static Path make() {
        try {
            Path cache = Files.createDirectories(FOLDER.resolve("shared-cache"));
            Path home = Files.createTempDirectory(FOLDER, "home-");
            for (String folder : new String[] {"config", "data/archive", "data/db", "logs"}) {
                Files.createDirectories(home.resolve(folder));
            }
            Files.createSymbolicLink(home.resolve("cache"), cache);
            return home;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of("viewer.home=" + make(), "viewer.dicom-port=0", "viewer.http-port=0",
                "VIEWER_ADMIN_USER=" + ADMIN, "VIEWER_ADMIN_PASSWORD=" + PASSWORD).applyTo(context);
    }
}
