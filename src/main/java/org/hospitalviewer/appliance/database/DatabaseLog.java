package org.hospitalviewer.appliance.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.hospitalviewer.appliance.Home;
import org.hospitalviewer.appliance.StartProblem;

/** The file that the database server writes its messages to. */
final class DatabaseLog {

    private static final long MAX_BYTES = 10L << 20;

    private DatabaseLog() {
    }

    /** Path of the log; a long one is set aside first, replacing the one set aside before. */
    static Path open(Home home) {
        Path log = home.logs().resolve("database.log");
        try {
            if (Files.exists(log) && Files.size(log) > MAX_BYTES) {
                Files.move(log, home.logs().resolve("database.1.log"), StandardCopyOption.REPLACE_EXISTING);
            }
            return log;
        } catch (IOException e) {
            throw new StartProblem("The log folder " + home.logs() + " cannot be written: " + e.getMessage() + ".", e);
        }
    }
}
