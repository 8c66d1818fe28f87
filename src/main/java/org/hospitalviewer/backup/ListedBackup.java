package org.hospitalviewer.backup;

import java.util.List;
import org.hospitalviewer.backup.drive.DriveTarget;
import org.hospitalviewer.backup.target.StoredBackup;

/**
 * A backup that can be had.
 *
 * @param run    how it was made and tried out; null when this appliance does not know it
 * @param safety made before a restore, in the home folder
 * @param place  where it lies
 */
public record ListedBackup(StoredBackup stored, BackupRun run, boolean safety, String place) {

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

    /** Whether it has to be fetched first. */
    public boolean isInDrive() {
        return DriveTarget.isPlace(place);
    }

    static ListedBackup of(StoredBackup stored, String place, List<BackupRun> runs) {
        return new ListedBackup(stored, runs.stream().filter(run -> run.filename().equals(stored.name())
                && BackupTargets.isAt(run, place)).findFirst().orElse(null), false, place);
    }

    static ListedBackup beforeRestore(StoredBackup stored, String place) {
        return new ListedBackup(stored, null, true, place);
    }
}
