package org.hospitalviewer.ui.admin.jobs;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import org.hospitalviewer.appliance.job.JobLog;
import org.hospitalviewer.appliance.job.JobRun;
import org.hospitalviewer.appliance.job.JobSchedules;
import org.hospitalviewer.appliance.job.JobService;
import org.hospitalviewer.appliance.job.JobState;

/** One kind of job: what it is for, its last or present run, its schedule, its log. */
final class JobCard extends Section {

    private static final int LOG_LINES = 60;

    private final String kind;
    private final JobService jobs;
    private final JobSchedules schedules;
    private final JobLog log;
    private final Paragraph now = new Paragraph();
    private final ProgressBar bar = new ProgressBar();
    private final Paragraph schedule = new Paragraph();
    private final Pre lines = new Pre();
    private final Details logLines;
    private final Button start;
    private final Button cancel;
    private JobRun shown;

    JobCard(String kind, JobService jobs, JobSchedules schedules, JobLog log) {
        this.kind = kind;
        this.jobs = jobs;
        this.schedules = schedules;
        this.log = log;
        addClassNames("admin-card", "job-card");
        start = new Button(getTranslation("admin.jobs.start"), _ -> show(jobs.start(kind)));
        cancel = new Button(getTranslation("admin.jobs.cancel"), _ -> jobs.cancel(shown.id()));
        Button change = new Button(getTranslation("admin.jobs.schedule.change"), _ -> openSchedule());
        change.addThemeVariants(ButtonVariant.TERTIARY);
        now.addClassName("job-now");
        schedule.addClassName("quiet");
        bar.getElement().setAttribute("aria-label", JobWords.name(this, kind));
        logLines = new Details(getTranslation("admin.jobs.log"), lines);
        logLines.addOpenedChangeListener(_ -> showLog());
        lines.addClassName("log-lines");
        lines.getElement().setAttribute("tabindex", "0");
        Paragraph purpose = new Paragraph(getTranslation("admin.job.purpose." + kind));
        purpose.addClassName("quiet");
        Div buttons = new Div(start, cancel, change);
        buttons.addClassName("card-buttons");
        add(new H2(JobWords.name(this, kind)), purpose, now, bar, schedule, buttons, logLines);
        showNothing();
        showSchedule();
    }

    private void showNothing() {
        bar.setVisible(false);
        cancel.setVisible(false);
        now.setText(getTranslation("admin.jobs.never"));
    }

    /** Shows the run; tells whether another one began or this one changed its state. */
    boolean show(JobRun run) {
        boolean another = shown == null || shown.id() != run.id() || shown.state() != run.state();
        shown = run;
        boolean active = !run.state().isOver();
        bar.setVisible(active);
        bar.setIndeterminate(run.fraction() < 0 || run.state() == JobState.QUEUED);
        if (run.fraction() >= 0) {
            bar.setValue(run.fraction());
        }
        start.setVisible(!active);
        cancel.setVisible(active);
        now.removeAll();
        Span state = JobWords.badge(this, run.state());
        now.add(state, new Span(active ? JobWords.progress(this, run) : JobWords.outcome(this, run)));
        if (another) {
            showSchedule();
        }
        showLog();
        return another;
    }

    private void showLog() {
        if (logLines.isOpened()) {
            String text = String.join("\n", log.lastLines(kind, LOG_LINES));
            lines.setText(text.isEmpty() ? getTranslation("admin.jobs.log.empty") : text);
        }
    }

    private void showSchedule() {
        schedule.setText(JobWords.schedule(this, schedules.of(kind)));
    }

    private void openSchedule() {
        new ScheduleDialog(schedules.of(kind), (chosen, enabled) -> {
            schedules.change(kind, chosen, enabled);
            showSchedule();
        }).open();
    }
}
