package org.hospitalviewer.backup;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hospitalviewer.appliance.job.JobRun;
import org.hospitalviewer.appliance.job.JobService;
import org.hospitalviewer.appliance.job.JobState;
import org.hospitalviewer.backup.drive.DriveTarget;
import org.hospitalviewer.backup.target.BackupTarget;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A backup that the end of the program cut off could not say so itself; the next start does. */
@Component
final class CutOffBackup {

    static final String SENTENCE = "The program ended while the backup was being made. Start one now, or wait for the next.";

    private final BackupTable table;
    private final BackupTargets targets;
    private final JobService jobs;

    CutOffBackup(BackupTable table, BackupTargets targets, JobService jobs) {
        this.table = table;
        this.targets = targets;
        this.jobs = jobs;
    }

    @EventListener(ApplicationReadyEvent.class)
    void tell() {
        jobs.newestOf(BackupJob.NAME).filter(run -> run.state() == JobState.INTERRUPTED && run.startedAt() != null)
                .ifPresent(this::tell);
    }

    /** Of the places for which nothing was told since. */
    private void tell(JobRun run) {
        BackupConfiguration configuration = table.configuration();
        for (BackupTarget target : targets.of(configuration)) {
            Optional<BackupRun> last = table.last(DriveTarget.isPlace(target.place()));
            if (last.isEmpty() || last.get().completedAt().isBefore(run.startedAt())) {
                table.add(new BackupRun(0, run.startedAt(), Instant.now(), target.place(), "", 0, BackupRun.Status.FAILED,
                        SENTENCE, null, false, List.copyOf(configuration.contents()), "", 0, 0));
            }
        }
    }
}
