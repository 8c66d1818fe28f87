package org.hospitalviewer.archive;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Optional;
import org.hospitalviewer.appliance.OnlyInEmbeddedMode;
import org.hospitalviewer.appliance.job.JobKind;
import org.hospitalviewer.appliance.job.JobProgress;
import org.hospitalviewer.appliance.job.RetryPolicy;
import org.hospitalviewer.appliance.job.Schedule;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Every stored file read and compared with the index, as a job: on the first night of each month. */
@Component
@OnlyInEmbeddedMode
final class FileCheck implements JobKind {

    private static final RetryPolicy WHEN_THE_DATABASE_IS_AWAY =
            new RetryPolicy(4, Duration.ofSeconds(10), Duration.ofMinutes(2));

    private final Archive archive;
    private final Upkeep.Pace pace;

    /** @param command what the program was started for instead of serving */
    FileCheck(Archive archive, @Value("${viewer.command:}") String command) {
        this.archive = archive;
        this.pace = command.isEmpty() ? Upkeep.Pace.GENTLE : Upkeep.Pace.FULL;
    }

    @Override
    public String name() {
        return "file-check";
    }

    @Override
    public String run(JobProgress progress) throws IOException {
        return archive.upkeep().orElseThrow(() -> new IllegalStateException("This archive has no files of its own."))
                .checkFiles(progress, pace);
    }

    @Override
    public boolean resumes() {
        return true;
    }

    @Override
    public RetryPolicy retry() {
        return WHEN_THE_DATABASE_IS_AWAY;
    }

    @Override
    public Optional<Schedule> initialSchedule() {
        return Optional.of(new Schedule.Monthly(1, LocalTime.of(3, 0)));
    }
}
