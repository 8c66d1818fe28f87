package org.hospitalviewer.backup;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.hospitalviewer.backup.file.Manifest.Content;

/**
 * What is backed up, where to, and how long it is kept.
 *
 * @param folder        full path; empty while no backups are made
 * @param retentionDays after which backups are deleted, but never the last good one
 */
public record BackupConfiguration(String folder, List<Content> contents, int retentionDays) {

    public static final int USUAL_RETENTION_DAYS = 30;
    public static final int MAX_RETENTION_DAYS = 3_650;
    static final int MAX_FOLDER = 500;

    /** Why one is refused. */
    public enum Problem {
        FOLDER("The folder is missing or is not a full path, such as E:\\Backups or /media/stick."),
        HOME_FOLDER("The folder lies within the appliance's own folder, and would be lost with it. Choose another disk."),
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

    boolean isSetUp() {
        return !folder.isEmpty();
    }

    /** @throws InvalidBackupException when something is wrong with it */
    void require(Path home) {
        check(isFullPath(), Problem.FOLDER);
        check(!Path.of(folder).normalize().startsWith(home), Problem.HOME_FOLDER);
        check(!contents.isEmpty() && contents.stream().allMatch(Objects::nonNull), Problem.CONTENTS);
        check(retentionDays >= 1 && retentionDays <= MAX_RETENTION_DAYS, Problem.RETENTION);
    }

    private boolean isFullPath() {
        try {
            return !folder.isBlank() && folder.length() <= MAX_FOLDER && Path.of(folder).isAbsolute();
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private static void check(boolean holds, Problem problem) {
        if (!holds) {
            throw new InvalidBackupException(problem);
        }
    }
}
