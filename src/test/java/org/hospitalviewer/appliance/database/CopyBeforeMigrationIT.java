package org.hospitalviewer.appliance.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.flywaydb.core.Flyway;
import org.hospitalviewer.FreshHome;
import org.hospitalviewer.appliance.Home;
import org.hospitalviewer.appliance.StartProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A newer program meets the tables of an older one. */
class CopyBeforeMigrationIT {

    private static final Instant DAY = Instant.parse("2026-11-27T10:00:00Z");

    @TempDir
    private Path scripts;

    @Test
    void tablesAreCopiedBeforeTheyChangeAndOnlyThenAndTheLastThreeCopiesStay() throws Exception {
        Home home = new Home(FreshHome.make());
        try (EmbeddedMariaDb database = EmbeddedMariaDb.start(home)) {
            DatabaseServer server = DatabaseServer.embedded(database, "viewer_index");
            script(1, "CREATE TABLE finding (text VARCHAR(80)); INSERT INTO finding VALUES ('no fracture');");
            update(home, server, 1);
            assertThat(copies(home)).as("nothing was there before").isEmpty();

            script(2, "ALTER TABLE finding DROP COLUMN text, ADD COLUMN code INT;");
            update(home, server, 2);
            update(home, server, 3);

            assertThat(copies(home)).singleElement().satisfies(copy -> {
                assertThat(copy).hasFileName("tables-1-20261127-100200.sql.gz");
                assertThat(unpacked(copy)).contains("CREATE TABLE `finding`").contains("no fracture");
            });
            for (int version = 3; version <= 11; version++) {
                script(version, "CREATE TABLE more" + version + " (id INT);");
                update(home, server, version + 1);
            }
            assertThat(copies(home)).extracting(copy -> copy.getFileName().toString()).containsExactlyInAnyOrder(
                    "tables-8-20261127-101000.sql.gz", "tables-9-20261127-101100.sql.gz", "tables-10-20261127-101200.sql.gz");
        }
    }

    @Test
    void whatCannotBeCopiedIsNotChanged() throws Exception {
        Home home = new Home(FreshHome.make());
        Files.writeString(home.root().resolve("data/before-update"), "in the way");
        try (EmbeddedMariaDb database = EmbeddedMariaDb.start(home)) {
            DatabaseServer server = DatabaseServer.embedded(database, "viewer_index");
            script(1, "CREATE TABLE finding (text VARCHAR(80));");
            update(home, server, 1);
            script(2, "DROP TABLE finding;");

            assertThatThrownBy(() -> update(home, server, 2)).isInstanceOf(StartProblem.class)
                    .hasMessageContaining("Nothing was changed");
            assertThat(flyway(server).info().pending()).hasSize(1);
        }
    }

    private void script(int version, String sql) throws IOException {
        Files.writeString(scripts.resolve("V" + version + "__step.sql"), sql);
    }

    private Flyway flyway(DatabaseServer server) {
        return Flyway.configure().dataSource(server.applicationUrl(), server.user(), server.password())
                .locations("filesystem:" + scripts).load();
    }

    private void update(Home home, DatabaseServer server, int minute) {
        Clock clock = Clock.fixed(DAY.plus(Duration.ofMinutes(minute)), ZoneOffset.UTC);
        new CopyBeforeMigration(new DatabaseCopies(server), home, clock).migrate(flyway(server));
    }

    private static List<Path> copies(Home home) throws IOException {
        Path folder = home.root().resolve("data/before-update");
        if (Files.notExists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    private static String unpacked(Path file) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
