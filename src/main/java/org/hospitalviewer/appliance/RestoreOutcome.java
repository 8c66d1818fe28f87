package org.hospitalviewer.appliance;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Properties;

/**
 * What came of the last restore. Kept as a file: the database it belongs to may be the one that was replaced.
 *
 * @param sentence for the administrator
 */
public record RestoreOutcome(Instant time, boolean good, String sentence) {

    private static Path file(Home home) {
        return home.root().resolve("data").resolve("restore").resolve("outcome.properties");
    }

    /** Keeps it, in the place of the one before. */
    public static void write(Home home, RestoreOutcome outcome) throws IOException {
        Properties properties = new Properties();
        properties.setProperty("time", outcome.time().toString());
        properties.setProperty("good", Boolean.toString(outcome.good()));
        properties.setProperty("sentence", outcome.sentence());
        StringWriter text = new StringWriter();
        properties.store(text, null);
        Files.createDirectories(file(home).getParent());
        DurableFile.write(file(home), text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Empty when there never was one, or when it cannot be read any more. */
    public static Optional<RestoreOutcome> read(Home home) {
        try {
            Properties properties = new Properties();
            properties.load(new StringReader(Files.readString(file(home))));
            return Optional.of(new RestoreOutcome(Instant.parse(properties.getProperty("time", "")),
                    Boolean.parseBoolean(properties.getProperty("good")), properties.getProperty("sentence", "")));
        } catch (IOException | DateTimeParseException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
