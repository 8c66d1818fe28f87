package org.hospitalviewer.archive;

import java.io.IOException;
import java.time.Duration;
import org.hospitalviewer.appliance.OnlyInEmbeddedMode;
import org.hospitalviewer.appliance.job.JobKind;
import org.hospitalviewer.appliance.job.JobProgress;
import org.hospitalviewer.appliance.job.RetryPolicy;
import org.springframework.stereotype.Component;

/** The archive's index made anew from its files, as a job. */
@Component
@OnlyInEmbeddedMode
final class IndexRebuild implements JobKind {

    private static final RetryPolicy WHEN_THE_DATABASE_IS_AWAY =
            new RetryPolicy(4, Duration.ofSeconds(10), Duration.ofMinutes(2));

    private final Archive archive;

    IndexRebuild(Archive archive) {
        this.archive = archive;
    }

    @Override
    public String name() {
        return "index-rebuild";
    }

    @Override
    public String run(JobProgress progress) throws IOException {
        return archive.upkeep().orElseThrow(() -> new IllegalStateException("This archive has no files of its own."))
                .rebuildIndex(progress);
    }

    @Override
    public boolean resumes() {
        return true;
    }

    @Override
    public RetryPolicy retry() {
        return WHEN_THE_DATABASE_IS_AWAY;
    }
}
