package org.hospitalviewer.ui.admin.jobs;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import java.util.LinkedHashMap;
import java.util.Map;
import org.hospitalviewer.access.Action;
import org.hospitalviewer.access.Requires;
import org.hospitalviewer.appliance.job.JobLog;
import org.hospitalviewer.appliance.job.JobRun;
import org.hospitalviewer.appliance.job.JobSchedules;
import org.hospitalviewer.appliance.job.JobService;
import org.hospitalviewer.ui.ScreenUpdate;
import org.hospitalviewer.ui.admin.AdminHeading;
import org.hospitalviewer.ui.admin.AdminLayout;

/** The long works of the appliance: what runs now, what ran, and when it runs by itself. */
@Route(value = "admin/jobs", layout = AdminLayout.class)
@Requires(Action.MANAGE_JOBS)
public class JobsView extends Div implements HasDynamicTitle {

    private final JobService jobs;
    private final Map<String, JobCard> cards = new LinkedHashMap<>();
    private final JobHistory history;
    private Runnable subscription = () -> { };

    JobsView(JobService jobs, JobSchedules schedules, JobLog log) {
        this.jobs = jobs;
        this.history = new JobHistory(jobs);
        addClassName("admin-page");
        Div kinds = new Div();
        kinds.addClassName("admin-cards");
        for (String kind : jobs.kinds()) {
            JobCard card = new JobCard(kind, jobs, schedules, log);
            cards.put(kind, card);
            kinds.add(card);
        }
        add(new AdminHeading(getTranslation("admin.jobs.title"), getTranslation("admin.jobs.sentence")), kinds,
                new H2(getTranslation("admin.jobs.history")), history);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("admin.jobs.title");
    }

    @Override
    protected void onAttach(AttachEvent event) {
        UI ui = event.getUI();
        subscription = jobs.subscribe(run -> ScreenUpdate.of(ui, () -> show(run)));
        cards.forEach((kind, card) -> jobs.newestOf(kind).ifPresent(card::show));
        history.refresh();
    }

    @Override
    protected void onDetach(DetachEvent event) {
        subscription.run();
    }

    private void show(JobRun run) {
        JobCard card = cards.get(run.kind());
        if (card != null && card.show(run)) {
            history.refresh();
        }
    }
}
