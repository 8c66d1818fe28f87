package org.hospitalviewer.backup;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.hospitalviewer.appliance.job.JobProgress;
import org.hospitalviewer.backup.drive.DriveTarget;
import org.hospitalviewer.backup.drive.GoogleAccount;
import org.hospitalviewer.backup.target.BackupTarget;
import org.hospitalviewer.backup.target.FolderTarget;
import org.springframework.stereotype.Component;

/** The places of a configuration: a folder, Google Drive, or both. */
@Component
class BackupTargets {

    private final GoogleAccount google;

    BackupTargets(GoogleAccount google) {
        this.google = google;
    }

    /** For somebody who waits at a screen. */
    List<BackupTarget> of(BackupConfiguration configuration) {
        return of(configuration, () -> google.target(configuration.driveFolder()));
    }

    /** For a job, which hopes longer when a place does not answer. */
    List<BackupTarget> of(BackupConfiguration configuration, JobProgress progress) {
        return of(configuration, () -> google.target(configuration.driveFolder(), progress::checkpoint));
    }

    private static List<BackupTarget> of(BackupConfiguration configuration, Supplier<BackupTarget> drive) {
        List<BackupTarget> all = new ArrayList<>();
        if (configuration.hasFolder()) {
            all.add(new FolderTarget(Path.of(configuration.folder())));
        }
        if (configuration.drive()) {
            all.add(drive.get());
        }
        return all;
    }

    /** Whether a run went to this place; a stick may have another path today. */
    static boolean isAt(BackupRun run, String place) {
        return DriveTarget.isPlace(run.target()) == DriveTarget.isPlace(place);
    }
}
