package org.hospitalviewer.ingest.folder;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.hospitalviewer.appliance.Home;
import org.hospitalviewer.appliance.job.JobKind;
import org.hospitalviewer.appliance.job.JobProgress;
import org.hospitalviewer.appliance.job.JobStoppedException;
import org.hospitalviewer.appliance.job.RetryPolicy;
import org.hospitalviewer.ingest.FileIntake;
import org.springframework.stereotype.Component;

/** Imports the folder that somebody started. While the disk is full or the folder is away it waits and tries again. */
@Component
class FolderImportJob implements JobKind {

    static final String NAME = "folder-import";

    /** A month of waiting; somebody sees it long before. */
    private static final RetryPolicy WHILE_SOMETHING_IS_AWAY =
            new RetryPolicy(9_000, Duration.ofSeconds(5), Duration.ofMinutes(5));

    private final FileIntake intake;
    private final HistoryTable history;
    private final ImportJobTable table;
    private final Home home;
    private volatile ImportPass pass;

    FolderImportJob(FileIntake intake, HistoryTable history, ImportJobTable table, Home home) {
        this.intake = intake;
        this.history = history;
        this.table = table;
        this.home = home;
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
    public RetryPolicy retry() {
        return WHILE_SOMETHING_IS_AWAY;
    }

    @Override
    public String run(JobProgress progress) throws IOException {
        Optional<ImportJob> job = table.running();
        if (job.isEmpty()) {
            return "No folder was chosen. Administration, Folder import, begins with choosing one.";
        }
        long id = job.get().id();
        pass = new ImportPass(job.get(), intake, history, table, home.root(), progress);
        try {
            String sentence = pass.run();
            table.end(id, ImportJob.State.DONE, sentence);
            return sentence;
        } catch (JobStoppedException e) {
            if (e.isCancelled()) {
                table.end(id, ImportJob.State.STOPPED, "Stopped. Starting it again goes on where it was.");
            }
            throw e;
        }
    }

    /** The last pass of an import; empty when it has not begun since the program started. */
    Optional<ImportPass> pass(long jobId) {
        return Optional.ofNullable(pass).filter(last -> last.jobId() == jobId);
    }
}
