package org.hospitalviewer.backup;

import java.io.IOException;
import java.nio.file.Path;
import org.hospitalviewer.appliance.database.DatabaseCopies;
import org.hospitalviewer.appliance.job.JobProgress;
import org.hospitalviewer.backup.file.BackupFile;
import org.hospitalviewer.backup.file.DatabaseEntries;
import org.hospitalviewer.backup.file.Manifest;
import org.hospitalviewer.backup.file.RecoveryKey;
import org.springframework.stereotype.Component;

/** Tries a backup out: everything is read back, and the database is loaded beside the present one and compared. */
@Component
class Verification {

    private final DatabaseCopies copies;

    Verification(DatabaseCopies copies) {
        this.copies = copies;
    }

    /** @throws IOException when it would not restore, with the reason in a sentence */
    Manifest verify(Path file, RecoveryKey key, JobProgress progress) throws IOException {
        try (BackupFile backup = BackupFile.open(file, key)) {
            progress.note("Reading the backup back");
            backup.verify(BackupContents.step(progress));
            if (backup.manifest().has(Manifest.Content.DATABASE)) {
                progress.note("Loading the database of the backup to compare it");
                loadAndCompare(backup, progress);
            }
            return backup.manifest();
        }
    }

    private void loadAndCompare(BackupFile backup, JobProgress progress) throws IOException {
        String schema = DatabaseCopies.check(System.currentTimeMillis());
        try {
            DatabaseEntries.load(backup, copies, schema, BackupContents.step(progress));
        } finally {
            copies.drop(schema);
        }
    }
}
