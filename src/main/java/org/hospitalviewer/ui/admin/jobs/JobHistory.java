package org.hospitalviewer.ui.admin.jobs;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.Duration;
import java.util.List;
import org.hospitalviewer.appliance.job.JobFinding;
import org.hospitalviewer.appliance.job.JobRun;
import org.hospitalviewer.appliance.job.JobService;
import org.hospitalviewer.ui.Said;
import org.hospitalviewer.ui.admin.Readable;

/** The newest runs of all kinds that are over, newest first. */
final class JobHistory extends Div {

    private static final int RUNS = 50;

    private final JobService jobs;

    JobHistory(JobService jobs) {
        this.jobs = jobs;
        addClassName("job-history");
    }

    void refresh() {
        removeAll();
        List<JobRun> over = jobs.newest(RUNS).stream().filter(run -> run.state().isOver()).toList();
        if (over.isEmpty()) {
            Paragraph none = new Paragraph(getTranslation("admin.jobs.history.empty"));
            none.addClassName("quiet");
            add(none);
        } else {
            UnorderedList list = new UnorderedList();
            list.addClassName("admin-list");
            over.forEach(run -> list.add(item(run)));
            add(list);
        }
    }

    private ListItem item(JobRun run) {
        Span name = new Span(JobWords.name(this, run.kind()));
        name.addClassName("job-name");
        Span when = new Span(Readable.moment(run.endedAt(), getLocale()));
        when.addClassName("quiet");
        Span by = new Span(getTranslation("admin.jobs.by", Said.here(run.startedBy()), took(run)));
        by.addClassName("quiet");
        Span message = new Span(Said.here(run.message()));
        message.addClassName("job-message");
        ListItem item = new ListItem(name, JobWords.badge(this, run.state()), when, by, message);
        List<JobFinding> findings = jobs.findings(run.id());
        if (!findings.isEmpty()) {
            Button open = new Button(getTranslation("admin.jobs.findings", findings.size()), _ -> show(run, findings));
            open.addThemeVariants(ButtonVariant.TERTIARY);
            item.add(open);
        }
        return item;
    }

    private static String took(JobRun run) {
        return run.startedAt() == null || run.endedAt() == null ? "–"
                : Readable.duration(Duration.between(run.startedAt(), run.endedAt()));
    }

    private void show(JobRun run, List<JobFinding> findings) {
        Dialog dialog = new Dialog();
        dialog.addClassName("findings");
        dialog.setHeaderTitle(JobWords.name(this, run.kind()) + ", " + Readable.moment(run.endedAt(), getLocale()));
        UnorderedList list = new UnorderedList();
        list.addClassName("admin-list");
        findings.forEach(finding -> {
            Span subject = new Span(Said.here(finding.subject()));
            subject.addClassName("path");
            list.add(new ListItem(subject, new Span(Said.here(finding.finding()))));
        });
        dialog.add(list);
        dialog.getFooter().add(new Button(getTranslation("admin.close"), _ -> dialog.close()));
        dialog.open();
    }
}
