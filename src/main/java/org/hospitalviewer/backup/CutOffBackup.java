package org.hospitalviewer.backup;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hospitalviewer.appliance.job.JobRun;
import org.hospitalviewer.appliance.job.JobService;
import org.hospitalviewer.appliance.job.JobState;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A backup that the end of the program cut off could not say so itself; the next start does. */
@Component
final class CutOffBackup {

    static final String SENTENCE = "The program ended while the backup was being made. Start one now, or wait for the next.";

    private final BackupTable table;
    private final JobService jobs;

    CutOffBackup(BackupTable table, JobService jobs) {
        this.table = table;
        this.jobs = jobs;
    }

    @EventListener(ApplicationReadyEvent.class)
    void tell() {
        Optional<Instant> last = table.newest(1).stream().map(BackupRun::completedAt).findFirst();
        jobs.newestOf(BackupJob.NAME).filter(run -> run.state() == JobState.INTERRUPTED && run.startedAt() != null)
                .filter(run -> last.isEmpty() || last.get().isBefore(run.startedAt())).ifPresent(this::keep);
    }

    private void keep(JobRun run) {
        BackupConfiguration configuration = table.configuration();
        table.add(new BackupRun(0, run.startedAt(), Instant.now(), configuration.folder(), "", 0, BackupRun.Status.FAILED,
                SENTENCE, null, false, List.copyOf(configuration.contents()), "", 0, 0));
    }
}
