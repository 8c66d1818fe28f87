package org.hospitalviewer.appliance.database;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.flywaydb.core.Flyway;
import org.hospitalviewer.appliance.Home;
import org.hospitalviewer.appliance.StartProblem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.stereotype.Component;

/**
 * Copies the application's data, as SQL, before a newer program changes their tables. A program that cannot copy does not
 * change them: it does not start.
 */
@Component
class CopyBeforeMigration implements FlywayMigrationStrategy {

    private static final Logger LOG = LoggerFactory.getLogger(CopyBeforeMigration.class);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");
    private static final int KEPT = 3;

    private final DatabaseCopies copies;
    private final Path folder;
    private final Clock clock;

    @Autowired
    CopyBeforeMigration(DatabaseCopies copies, Home home) {
        this(copies, home, Clock.systemDefaultZone());
    }

    CopyBeforeMigration(DatabaseCopies copies, Home home, Clock clock) {
        this.copies = copies;
        this.folder = home.root().resolve("data").resolve("before-update");
        this.clock = clock;
    }

    @Override
    public void migrate(Flyway flyway) {
        var state = flyway.info();
        if (copies.arePossible() && state.applied().length > 0 && state.pending().length > 0) {
            copy(state.current().getVersion().toString());
        }
        flyway.migrate();
    }

    private void copy(String version) {
        Path file = folder.resolve("tables-" + version + "-" + TIME.format(LocalDateTime.now(clock)) + ".sql.gz");
        try {
            Files.createDirectories(folder);
            write(file);
            dropOld();
        } catch (IOException e) {
            throw new StartProblem("The database has to be changed for this version of the program, but could not be copied"
                    + " before: " + e.getMessage() + ". Nothing was changed; the version before still starts.", e);
        }
        LOG.info("Before the update the database was copied to {}", file);
    }

    private void write(Path file) throws IOException {
        Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
        try (FileOutputStream out = new FileOutputStream(unfinished.toFile())) {
            GZIPOutputStream packed = new GZIPOutputStream(out);
            copies.dump(copies.current(), (InputStream sql) -> sql.transferTo(packed));
            packed.finish();
            out.getFD().sync();
        }
        Files.move(unfinished, file);
    }

    private void dropOld() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> old = files.sorted((one, other) -> time(other).compareTo(time(one))).skip(KEPT).toList();
            for (Path file : old) {
                Files.delete(file);
            }
        }
    }

    /** The names hold it, because a copied folder does not keep the times of its files. */
    private static String time(Path file) {
        return file.getFileName().toString().replaceFirst("tables-[^-]*-", "");
    }
}
