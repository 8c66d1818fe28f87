package org.hospitalviewer.appliance.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.hospitalviewer.appliance.DurableFile;
import org.hospitalviewer.appliance.StartProblem;

/**
 * The embedded database's files in the home folder.
 *
 * @param root holds the data folder, the password, and the process id and port of the running server
 */
record DatabaseFolder(Path root) {

    private static final int PASSWORD_BYTES = 24;

    Path data() {
        return root.resolve("mariadb");
    }

    /** Data folder while it is being made; a kill in between leaves only this, which the next start removes. */
    Path unfinishedData() {
        return root.resolve("mariadb.unfinished");
    }

    Path temporary() {
        return root.resolve("mariadb.temporary");
    }

    Path pid() {
        return root.resolve("mariadb.pid");
    }

    Path port() {
        return root.resolve("mariadb.port");
    }

    /** Names the schema of the application's data when it is not the first one: a restore puts another in its place. */
    private Path schemaFile() {
        return root.resolve("mariadb.schema");
    }

    /** The schema with the application's data. */
    String schema() {
        try {
            return Files.exists(schemaFile()) ? Files.readString(schemaFile()).strip() : EmbeddedMariaDb.SCHEMA;
        } catch (IOException e) {
            throw new StartProblem("The file " + schemaFile() + " cannot be read: " + e.getMessage() + ".", e);
        }
    }

    /** From the next start on, another schema holds the application's data. */
    void choose(String schema) throws IOException {
        DurableFile.write(schemaFile(), schema.getBytes(StandardCharsets.US_ASCII));
    }

    private Path passwordFile() {
        return root.resolve("mariadb.password");
    }

    /** The password of the application's database user, made at the first call and readable by the owner only. */
    String password() {
        try {
            if (Files.exists(passwordFile())) {
                return Files.readString(passwordFile()).strip();
            }
            if (Files.exists(data())) {
                throw new StartProblem("The file " + passwordFile() + " is missing, so the database cannot be opened. "
                        + "Put it back from a copy of the home folder.");
            }
            return makePassword();
        } catch (IOException e) {
            throw new StartProblem("The database password in " + root + " cannot be read or written: "
                    + e.getMessage() + ".", e);
        }
    }

    private String makePassword() throws IOException {
        byte[] random = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(random);
        String password = HexFormat.of().formatHex(random);
        Path unfinished = root.resolve("mariadb.password.unfinished");
        Files.deleteIfExists(unfinished);
        Files.createFile(unfinished);
        if (Files.getFileStore(unfinished).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(unfinished, PosixFilePermissions.fromString("rw-------"));
        }
        Files.writeString(unfinished, password);
        Files.move(unfinished, passwordFile(), StandardCopyOption.ATOMIC_MOVE);
        return password;
    }
}
