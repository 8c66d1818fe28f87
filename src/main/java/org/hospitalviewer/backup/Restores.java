package org.hospitalviewer.backup;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hospitalviewer.access.AuditLog;
import org.hospitalviewer.access.FirstAdministrator;
import org.hospitalviewer.appliance.Home;
import org.hospitalviewer.appliance.Relaunch;
import org.hospitalviewer.appliance.RestoreOutcome;
import org.hospitalviewer.appliance.secret.SecretUnreadableException;
import org.hospitalviewer.backup.file.BackupFile;
import org.hospitalviewer.backup.file.Manifest;
import org.hospitalviewer.backup.file.Manifest.Content;
import org.hospitalviewer.backup.file.RecoveryKey;
import org.hospitalviewer.backup.file.UnusableBackupException;
import org.hospitalviewer.backup.images.ImagesSummary;
import org.hospitalviewer.backup.target.FolderTarget;
import org.hospitalviewer.backup.target.StoredBackup;
import org.springframework.stereotype.Service;

/** Backups looked into, and restored by a start of its own. */
@Service
public class Restores {

    private static final String JOB = "restore";
    private static final List<String> COUNTED = List.of("users", "medical_reports", "measurements", "clinical_notes",
            "prescriptions");

    /** Where systems put what is plugged in. */
    private static final List<String> DRIVES = Stream.concat(Stream.of("/media", "/media/" + System.getProperty("user.name"),
            "/run/media/" + System.getProperty("user.name"), "/mnt", "/Volumes"),
            Stream.of(File.listRoots()).map(File::getPath).filter(root -> !root.equals("/"))).toList();

    private final RecoveryKeys keys;
    private final Relaunch relaunch;
    private final FirstAdministrator firstAdministrator;
    private final AuditLog audit;
    private final Home home;

    Restores(RecoveryKeys keys, Relaunch relaunch, FirstAdministrator firstAdministrator, AuditLog audit, Home home) {
        this.keys = keys;
        this.relaunch = relaunch;
        this.firstAdministrator = firstAdministrator;
        this.audit = audit;
        this.home = home;
    }

    /**
     * What a restore would bring.
     *
     * @param bytes         length of everything in it
     * @param rows          of the tables that people know, by the table's name
     * @param configuration whether it brings the configuration too
     * @param images        number of images it stands for
     * @param imageBytes    length of their data sets
     */
    public record Preview(Instant createdAt, String program, List<Content> contents, long bytes, Map<String, Long> rows,
                          boolean configuration, long images, long imageBytes) {

        static Preview of(BackupFile backup) throws IOException {
            Manifest manifest = backup.manifest();
            Optional<ImagesSummary> images = ImagesSummary.of(backup);
            Map<String, Long> rows = new java.util.LinkedHashMap<>();
            COUNTED.forEach(table -> rows.put(table, manifest.rows(table)));
            return new Preview(manifest.createdAt(), manifest.program(), manifest.contents(), manifest.bytes(), rows,
                    manifest.has(Content.CONFIGURATION), images.map(ImagesSummary::images).orElse(0L),
                    images.map(ImagesSummary::bytes).orElse(0L));
        }
    }

    /**
     * Looks into a backup.
     *
     * @param typedKey as somebody typed it; empty for the key of this appliance
     * @throws UnusableBackupException when it cannot be restored, with the reason in a sentence
     */
    public Preview preview(Path file, String typedKey) throws UnusableBackupException {
        try (BackupFile backup = BackupFile.open(file, key(typedKey))) {
            if (!backup.manifest().has(Content.DATABASE)) {
                throw new UnusableBackupException(UnusableBackupException.Reason.INCOMPLETE, "This backup holds no database.");
            }
            return Preview.of(backup);
        } catch (UnusableBackupException e) {
            throw e;
        } catch (IOException e) {
            throw new UnusableBackupException(UnusableBackupException.Reason.MISSING, e.getMessage(), e);
        }
    }

    private RecoveryKey key(String typed) throws UnusableBackupException {
        try {
            return typed == null || typed.isBlank() ? keys.present() : RecoveryKey.parse(typed);
        } catch (IllegalArgumentException | SecretUnreadableException e) {
            throw new UnusableBackupException(UnusableBackupException.Reason.WRONG_KEY, e.getMessage(), e);
        }
    }

    /**
     * Reads a backup to its end, and then starts anew with a restore before. Returns before that happens.
     *
     * @param onlyDatabase leaves the configuration as it is
     * @param images       whether images that the archive has not are brought back afterwards
     * @throws UnusableBackupException when it cannot be restored; nothing was changed
     */
    public void restore(Path file, String typedKey, boolean onlyDatabase, boolean images) throws UnusableBackupException {
        preview(file, typedKey);
        RecoveryKey key = key(typedKey);
        try (BackupFile backup = BackupFile.open(file, key)) {
            backup.verify((_, _) -> { });
        } catch (UnusableBackupException e) {
            throw e;
        } catch (IOException e) {
            throw new UnusableBackupException(UnusableBackupException.Reason.DAMAGED, e.getMessage(), e);
        }
        audit.record("START_RESTORE", "BACKUP", file.getFileName().toString(), AuditLog.Result.SUCCESS);
        relaunch.through(JOB, Map.of("viewer.restore.file", file.toAbsolutePath().toString(), "viewer.restore.key", key.text(),
                "viewer.restore.only-database", Boolean.toString(onlyDatabase), "viewer.restore.images",
                Boolean.toString(images)));
    }

    /** Whether this program can start itself anew. */
    public boolean arePossible() {
        return relaunch.isPossible();
    }

    /**
     * The backups in a folder or on a stick.
     *
     * @throws IOException when there is no such folder, with the reason in a sentence
     */
    public List<StoredBackup> in(Path folder) throws IOException {
        return new FolderTarget(folder).list();
    }

    /** A stick or drive with backups on it, of those that are plugged in. */
    public Optional<Path> likelyFolder() {
        return DRIVES.stream().map(Path::of).flatMap(Restores::within)
                .filter(drive -> Files.isDirectory(drive.resolve(FolderTarget.FOLDER))).findFirst();
    }

    private static Stream<Path> within(Path parent) {
        File[] found = parent.toFile().listFiles(File::isDirectory);
        return Stream.concat(Stream.of(parent), found == null ? Stream.empty() : Stream.of(found).map(File::toPath));
    }

    /** The same before there is a user. */
    public List<StoredBackup> inAtFirstStart(Path folder) throws IOException {
        requireFirstStart();
        return in(folder);
    }

    /** Before there is a user nobody can log in; whoever may make the first administrator may restore. */
    public Preview previewAtFirstStart(Path file, String typedKey) throws UnusableBackupException {
        requireFirstStart();
        return preview(file, typedKey);
    }

    /** As {@link #restore}, before there is a user. */
    public void restoreAtFirstStart(Path file, String typedKey, boolean images) throws UnusableBackupException {
        requireFirstStart();
        restore(file, typedKey, false, images);
    }

    private void requireFirstStart() {
        if (!firstAdministrator.isMissing()) {
            throw new IllegalStateException("There is an administrator already");
        }
    }

    /** What came of the last restore. */
    public Optional<RestoreOutcome> lastOutcome() {
        return RestoreOutcome.read(home);
    }
}
