package org.hospitalviewer.backup;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.hospitalviewer.backup.file.Manifest.Content;
import org.hospitalviewer.backup.target.FolderTarget;

/**
 * What is backed up, where to, and how long it is kept.
 *
 * @param folder        full path; empty while no backups go to a folder
 * @param drive         whether backups go to Google Drive
 * @param driveFolder   name of the folder in Google Drive
 * @param retentionDays after which backups are deleted, but never the last good one
 */
public record BackupConfiguration(String folder, boolean drive, String driveFolder, List<Content> contents,
                                  int retentionDays) {

    public static final int USUAL_RETENTION_DAYS = 30;
    public static final int MAX_RETENTION_DAYS = 3_650;
    static final int MAX_FOLDER = 500;
    static final int MAX_DRIVE_FOLDER = 100;

    /** Into a folder only. */
    public BackupConfiguration(String folder, List<Content> contents, int retentionDays) {
        this(folder, false, FolderTarget.FOLDER, contents, retentionDays);
    }

    /** Why one is refused. */
    public enum Problem {
        NO_TARGET("Choose a folder, or connect Google Drive, or both."),
        FOLDER("The folder is missing or is not a full path, such as E:\\Backups or /media/stick."),
        HOME_FOLDER("The folder lies within the appliance's own folder, and would be lost with it. Choose another disk."),
        DRIVE("Google Drive is not connected. Connect it first."),
        DRIVE_FOLDER("The folder in Google Drive needs a name of 1 to 100 characters."),
        CONTENTS("Choose at least one thing to back up."),
        RETENTION("Backups are kept for 1 to 3650 days.");

        private final String sentence;

        Problem(String sentence) {
            this.sentence = sentence;
        }

        public String sentence() {
            return sentence;
        }
    }

    public boolean isSetUp() {
        return hasFolder() || drive;
    }

    public boolean hasFolder() {
        return !folder.isEmpty();
    }

    BackupConfiguration tidy() {
        return new BackupConfiguration(folder.strip(), drive, driveFolder.strip(), contents, retentionDays);
    }

    BackupConfiguration withDrive(boolean used, String name) {
        return new BackupConfiguration(folder, used, name, contents, retentionDays);
    }

    /** @throws InvalidBackupException when something is wrong with it */
    void require(Path home) {
        check(isSetUp(), Problem.NO_TARGET);
        if (hasFolder()) {
            requireFolder(folder, home);
        }
        requireDriveFolder(driveFolder);
        check(!contents.isEmpty() && contents.stream().allMatch(Objects::nonNull), Problem.CONTENTS);
        check(retentionDays >= 1 && retentionDays <= MAX_RETENTION_DAYS, Problem.RETENTION);
    }

    /** @throws InvalidBackupException when it cannot be the folder of backups */
    static void requireFolder(String folder, Path home) {
        check(isFullPath(folder), Problem.FOLDER);
        check(!Path.of(folder).normalize().startsWith(home), Problem.HOME_FOLDER);
    }

    /** @throws InvalidBackupException when it cannot be the name of a folder in Drive */
    static void requireDriveFolder(String name) {
        check(!name.isBlank() && name.length() <= MAX_DRIVE_FOLDER && name.chars().noneMatch(Character::isISOControl),
                Problem.DRIVE_FOLDER);
    }

    private static boolean isFullPath(String folder) {
        try {
            return !folder.isBlank() && folder.length() <= MAX_FOLDER && Path.of(folder).isAbsolute();
        } catch (InvalidPathException e) {
            return false;
        }
    }

    static void check(boolean holds, Problem problem) {
        if (!holds) {
            throw new InvalidBackupException(problem);
        }
    }
}
