package org.hospitalviewer.backup.restore;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.hospitalviewer.appliance.Home;
import org.hospitalviewer.appliance.RestoreOutcome;
import org.hospitalviewer.appliance.database.DatabaseCopies;
import org.hospitalviewer.appliance.database.StateExchange;
import org.hospitalviewer.appliance.job.JobKind;
import org.hospitalviewer.appliance.job.JobProgress;
import org.hospitalviewer.appliance.secret.SecretUnreadableException;
import org.hospitalviewer.appliance.secret.Secrets;
import org.hospitalviewer.backup.drive.DriveTarget;
import org.hospitalviewer.backup.file.BackupFile;
import org.hospitalviewer.backup.file.DatabaseEntries;
import org.hospitalviewer.backup.file.Manifest.Content;
import org.hospitalviewer.backup.file.Manifest.Entry;
import org.hospitalviewer.backup.file.Manifest;
import org.hospitalviewer.backup.file.RecoveryKey;
import org.hospitalviewer.backup.file.UnusableBackupException.Reason;
import org.hospitalviewer.backup.file.UnusableBackupException;
import org.hospitalviewer.backup.images.ImagesSummary;
import org.hospitalviewer.backup.images.PendingImages;
import org.hospitalviewer.backup.target.Scratch;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Restores a backup while nothing else uses the home folder. The backup's database is loaded beside the present one, compared
 * and brought to this version; only then both are exchanged. Whatever goes wrong before leaves everything as it was.
 */
@Component("restore")
@ConditionalOnProperty(name = "viewer.command", havingValue = "restore")
final class RestoreJob implements JobKind {

    static final String NAME = "restore";
    private static final String KEY_IN_ENVIRONMENT = "VIEWER_BACKUP_KEY";
    private static final String SECRET = "backup-recovery-key";
    /** The database takes about as much again as its SQL. */
    private static final int ROOM_FACTOR = 3;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final Home home;
    private final DatabaseCopies copies;
    private final DataSource database;
    private final Secrets secrets;
    private final Environment environment;
    private final StateExchange exchange;

    RestoreJob(Home home, DatabaseCopies copies, DataSource database, Secrets secrets, Environment environment) {
        this.home = home;
        this.copies = copies;
        this.database = database;
        this.secrets = secrets;
        this.environment = environment;
        this.exchange = new StateExchange(home);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String run(JobProgress progress) throws Exception {
        try {
            String sentence = restore(progress);
            RestoreOutcome.write(home, new RestoreOutcome(Instant.now(), true, sentence));
            return sentence;
        } catch (IOException | RuntimeException e) {
            String sentence = e.getMessage() == null ? e.toString() : e.getMessage();
            RestoreOutcome.write(home, new RestoreOutcome(Instant.now(), false, sentence));
            throw e;
        }
    }

    private String restore(JobProgress progress) throws IOException {
        requirePossible();
        RecoveryKey key = key();
        Path file = Path.of(environment.getRequiredProperty("viewer.restore.file"));
        try (BackupFile backup = BackupFile.open(file, key)) {
            requireRestorable(backup.manifest());
            progress.note("Checking the backup");
            backup.verify(step(progress));
            if (!isEmpty()) {
                progress.note("Backing up what is there now");
                SafetyBackup.make(home, copies, database, secretKey().orElse(key), version(), step(progress));
            }
            boolean images = exchange(backup, file, key, progress);
            return "Restored to the state of " + TIME.format(backup.manifest().createdAt().atZone(ZoneId.systemDefault())) + "."
                    + (images ? " Images that are missing come back by themselves from now on." : "");
        }
    }

    private void requirePossible() {
        if (!copies.arePossible()) {
            throw new IllegalStateException("The database is on another server. Only the appliance's own database can be "
                    + "restored here.");
        }
    }

    /** Given, or else the one that this home folder makes its own backups with. */
    private RecoveryKey key() {
        String given = environment.getProperty("viewer.restore.key", environment.getProperty(KEY_IN_ENVIRONMENT, ""));
        if (!given.isBlank()) {
            return RecoveryKey.parse(given);
        }
        return secretKey().orElseThrow(() -> new IllegalArgumentException(
                "Put the recovery key of the backup into the environment as " + KEY_IN_ENVIRONMENT + "."));
    }

    private Optional<RecoveryKey> secretKey() {
        try {
            return secrets.get(SECRET).map(RecoveryKey::parse);
        } catch (SecretUnreadableException e) {
            return Optional.empty();
        }
    }

    private void requireRestorable(Manifest manifest) throws IOException {
        if (!manifest.has(Content.DATABASE)) {
            throw new UnusableBackupException(Reason.INCOMPLETE, "This backup holds no database.");
        }
        if (number(manifest.schemaVersion()) > number(DatabaseEntries.schemaVersion(database))) {
            throw new UnusableBackupException(Reason.NEWER, "The backup was made by a newer version of the program ("
                    + manifest.program() + "). Update this one first.");
        }
        long needed = DatabaseEntries.bytes(manifest) * ROOM_FACTOR + DatabaseEntries.expectedBytes(database);
        long free = Files.getFileStore(home.root()).getUsableSpace();
        if (free < needed) {
            throw new IOException("There is not enough room on the disk of the home folder: " + (needed >> 20)
                    + " MB are needed, " + (free >> 20) + " MB are free.");
        }
    }

    private static long number(String version) {
        return version.matches("\\d{1,9}") ? Long.parseLong(version) : 0;
    }

    /** Before the first user there is nothing to lose. */
    private boolean isEmpty() {
        return JdbcClient.create(database).sql("SELECT COUNT(*) FROM users").query(Long.class).single() == 0;
    }

    /** @return whether images are to come back afterwards */
    private boolean exchange(BackupFile backup, Path file, RecoveryKey key, JobProgress progress) throws IOException {
        boolean whole = backup.manifest().has(Content.CONFIGURATION)
                && !environment.getProperty("viewer.restore.only-database", Boolean.class, false);
        Optional<PendingImages> images = environment.getProperty("viewer.restore.images", Boolean.class, true)
                ? PendingImages.prepare(backup, file, home) : Optional.empty();
        String schema = DatabaseCopies.restored(System.currentTimeMillis());
        boolean decided = false;
        try {
            unpackConfiguration(backup, exchange.prepare(), whole);
            progress.note("Loading the database");
            DatabaseEntries.load(backup, copies, schema, step(progress));
            progress.note("Bringing the database to this version");
            migrate(schema);
            JdbcClient restored = JdbcClient.create(copies.open(schema));
            settle(restored, backup.manifest());
            remember(restored, backup, file, key);
            PendingImages.put(restored, images);
            decided = true;
            exchange.commit(schema, whole);
            return images.isPresent();
        } finally {
            if (!decided) {
                exchange.discard();
                copies.drop(schema);
            }
        }
    }

    private static void unpackConfiguration(BackupFile backup, Path folder, boolean whole) throws IOException {
        for (Entry entry : backup.entries(SafetyBackup.CONFIG)) {
            String name = entry.name().substring(SafetyBackup.CONFIG.length());
            if (whole || name.equals(SafetyBackup.SECRET_KEY)) {
                Path file = folder.resolve(name);
                Files.createDirectories(file.getParent());
                try (OutputStream out = Files.newOutputStream(file)) {
                    closeToOthers(file);
                    backup.read(entry, out);
                }
            }
        }
    }

    private static void closeToOthers(Path file) throws IOException {
        if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
    }

    private void migrate(String schema) {
        Flyway.configure().dataSource(copies.open(schema)).locations("classpath:db/migration").load().migrate();
    }

    /**
     * The audit log tells of the restore. The sync looks at every study again: where the index of the images is another one,
     * its changes are numbered otherwise.
     */
    private static void settle(JdbcClient restored, Manifest manifest) {
        restored.sql("INSERT INTO audit_logs (username, action, resource_type, resource_id, result, ip_address, user_agent) "
                + "VALUES ('', 'RESTORE_BACKUP', 'BACKUP', ?, 'SUCCESS', '', '')").param(manifest.createdAt().toString()).update();
        // The run that made the backup is in it as one that is under way.
        restored.sql("DELETE FROM jobs WHERE kind = 'backup' AND state IN ('QUEUED', 'RUNNING')").update();
        restored.sql("UPDATE sync_configuration SET change_sequence = -1, generation = generation + 1").update();
    }

    /** A backup cannot know of itself; now it is proven to be good. */
    private void remember(JdbcClient restored, BackupFile backup, Path file, RecoveryKey key) throws IOException {
        boolean isFromDrive = file.toAbsolutePath().startsWith(Scratch.of(home));
        if (file.toAbsolutePath().startsWith(home.root()) && !isFromDrive) {
            return;
        }
        String place = isFromDrive ? DriveTarget.place(restored.sql("SELECT drive_folder FROM backup_configuration")
                .query(String.class).single()) : String.valueOf(file.getParent());
        Manifest manifest = backup.manifest();
        restored.sql("INSERT INTO backup_history (started_at, completed_at, target, filename, bytes, status, verified_at, "
                        + "can_restore, contents, key_id, `tables`, `rows`) VALUES (?, UTC_TIMESTAMP(3), ?, ?, ?, 'VERIFIED', "
                        + "UTC_TIMESTAMP(3), TRUE, ?, ?, ?, ?)")
                .params(LocalDateTime.ofInstant(manifest.createdAt(), ZoneOffset.UTC), place,
                        file.getFileName().toString(), Files.size(file),
                        manifest.contents().stream().map(Content::name).collect(Collectors.joining(",")), key.id(),
                        manifest.tables().size(), manifest.tables().stream().mapToLong(Manifest.Table::rows).sum()).update();
        Optional<ImagesSummary> images = ImagesSummary.of(backup);
        if (images.isPresent()) {
            images.get().remember(restored, place, file.getFileName().toString());
        }
    }

    private static String version() {
        return Objects.requireNonNullElse(RestoreJob.class.getPackage().getImplementationVersion(), "development");
    }

    private static BackupFile.Step step(JobProgress progress) {
        return (name, bytes) -> {
            progress.checkpoint();
            progress.advance(name, bytes);
        };
    }
}
