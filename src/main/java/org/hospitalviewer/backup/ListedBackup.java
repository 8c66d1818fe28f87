package org.hospitalviewer.backup;

import java.util.Optional;
import org.hospitalviewer.backup.target.StoredBackup;

/**
 * A backup that can be had.
 *
 * @param run    how it was made and tried out; null when this appliance does not know it
 * @param safety made before a restore, in the home folder
 */
public record ListedBackup(StoredBackup stored, BackupRun run, boolean safety) {

    /** Name of the file, which tells backups apart. */
    public String name() {
        return stored.name();
    }

    /** Whether it was tried out. */
    public boolean isVerified() {
        return run != null && run.isGood();
    }

    /** Whether a restore brings something back, as far as that is known. */
    public boolean canRestore() {
        return run == null || run.canRestore();
    }

    static ListedBackup of(StoredBackup stored, Optional<BackupRun> run, boolean safety) {
        return new ListedBackup(stored, run.orElse(null), safety);
    }
}
