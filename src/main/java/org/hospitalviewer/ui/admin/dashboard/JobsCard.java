package org.hospitalviewer.ui.admin.dashboard;

import com.vaadin.flow.component.UI;
import java.util.Optional;
import org.hospitalviewer.appliance.job.JobRun;
import org.hospitalviewer.appliance.job.JobService;
import org.hospitalviewer.ui.Said;
import org.hospitalviewer.ui.admin.jobs.JobsView;

/** The last run of each kind of job; a failure stands out. */
final class JobsCard extends FactCard {

    private final JobService jobs;

    JobsCard(JobService jobs) {
        super(UI.getCurrent().getTranslation("admin.jobs.title"));
        this.jobs = jobs;
        leadTo(JobsView.class, getTranslation("admin.dashboard.jobs.open"));
    }

    void draw() {
        for (String kind : jobs.kinds()) {
            Optional<JobRun> run = jobs.newestOf(kind);
            put(getTranslation("admin.job.name." + kind),
                    run.map(one -> getTranslation("admin.job.state." + one.state())
                            + (jobs.findings(one.id()).isEmpty() ? "" : ", " + Said.here(one.message())))
                            .orElseGet(() -> getTranslation("admin.jobs.never")),
                    run.map(this::mood).orElse(""));
        }
    }

    private String mood(JobRun run) {
        if (!jobs.findings(run.id()).isEmpty()) {
            return "state-bad";
        }
        return switch (run.state()) {
            case FAILED -> "state-bad";
            case INTERRUPTED -> "state-warning";
            case SUCCEEDED -> "state-good";
            case QUEUED, RUNNING, CANCELLED -> "";
        };
    }
}
