package org.hospitalviewer.backup;

import java.io.IOException;
import org.hospitalviewer.appliance.job.JobKind;
import org.hospitalviewer.appliance.job.JobProgress;
import org.hospitalviewer.appliance.job.JobRun;
import org.hospitalviewer.appliance.job.JobService;
import org.hospitalviewer.appliance.job.JobState;
import org.hospitalviewer.backup.images.ImageRestores;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Brings the images of a restored backup back while everybody works on. Begins by itself at the first start after it. */
@Component
final class ImageRestoreJob implements JobKind {

    static final String NAME = "restore-images";

    private static final Logger LOG = LoggerFactory.getLogger(ImageRestoreJob.class);

    private final ImageRestores images;
    private final BackupTable table;
    private final BackupTargets targets;
    private final ObjectProvider<JobService> jobs;

    ImageRestoreJob(ImageRestores images, BackupTable table, BackupTargets targets, ObjectProvider<JobService> jobs) {
        this.images = images;
        this.table = table;
        this.targets = targets;
        this.jobs = jobs;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean resumes() {
        return true;
    }

    @Override
    public String run(JobProgress progress) throws IOException {
        return images.run(targets.of(table.configuration(), progress), progress);
    }

    /** Not when somebody stopped it: then it waits for a hand. */
    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        try {
            if (images.arePending() && jobs.getObject().newestOf(NAME).map(JobRun::state).orElse(null) != JobState.CANCELLED) {
                jobs.getObject().start(NAME);
            }
        } catch (IOException e) {
            LOG.warn("Images of a restored backup cannot be brought back now", e);
        }
    }
}
