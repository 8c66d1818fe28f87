package org.hospitalviewer.backup.restore;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.hospitalviewer.appliance.Home;
import org.hospitalviewer.appliance.database.DatabaseCopies;
import org.hospitalviewer.backup.file.BackupFile;
import org.hospitalviewer.backup.file.BackupWriter;
import org.hospitalviewer.backup.file.DatabaseEntries;
import org.hospitalviewer.backup.file.FolderEntries;
import org.hospitalviewer.backup.file.Manifest.Content;
import org.hospitalviewer.backup.file.Manifest.Table;
import org.hospitalviewer.backup.file.RecoveryKey;
import org.hospitalviewer.backup.target.FolderTarget;
import org.hospitalviewer.backup.target.StoredBackup;

/** What is there before a restore, kept in the home folder so that it can be had back; the last few of them. */
public final class SafetyBackup {

    /** Folder of the configuration in a backup. */
    static final String CONFIG = "config/";
    /** Without it the secrets in the database cannot be read: it goes with the database. */
    static final String SECRET_KEY = "secret.key";

    private static final int KEPT = 3;

    private SafetyBackup() {
    }

    /** Where they lie. */
    public static FolderTarget target(Home home) {
        return new FolderTarget(home.root().resolve("data").resolve("restore"));
    }

    static String make(Home home, DatabaseCopies copies, DataSource database, RecoveryKey key, String program,
                       BackupFile.Step step) throws IOException {
        FolderTarget target = target(home);
        String name = StoredBackup.name(Instant.now());
        List<Content> contents = List.of(Content.DATABASE, Content.CONFIGURATION);
        Files.createDirectories(home.root().resolve("data").resolve("restore"));
        target.put(name, DatabaseEntries.expectedBytes(database), out -> {
            BackupWriter backup = new BackupWriter(out, key);
            List<Table> tables = writeDatabase(copies, home, backup, step);
            writeConfiguration(home, contents, backup, step);
            backup.finish(BackupWriter.head(program, Instant.now(), DatabaseEntries.schemaVersion(database), contents), tables);
        });
        List<StoredBackup> all = target.list();
        for (StoredBackup old : all.subList(Math.min(KEPT, all.size()), all.size())) {
            target.delete(old.name());
        }
        return name;
    }

    /** The database, with the key of the secrets in it. */
    public static List<Table> writeDatabase(DatabaseCopies copies, Home home, BackupWriter backup, BackupFile.Step step)
            throws IOException {
        List<Table> tables = DatabaseEntries.write(copies, copies.current(), backup, step);
        FolderEntries.write(backup, CONFIG, home.config(), path -> isSecretKey(home, path), step);
        return tables;
    }

    /** The configuration, without what the database brought already. */
    public static void writeConfiguration(Home home, List<Content> contents, BackupWriter backup, BackupFile.Step step)
            throws IOException {
        FolderEntries.write(backup, CONFIG, home.config(), path -> !contents.contains(Content.DATABASE)
                || !isSecretKey(home, path), step);
    }

    private static boolean isSecretKey(Home home, Path path) {
        return path.equals(home.config().resolve(SECRET_KEY));
    }
}
